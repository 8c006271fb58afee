/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.util.List;
import java.util.Optional;

/** What is said on a connection, link after link. Called by one thread at a time; must not wait. */
public interface Conversation {

    /**
     * What a message leads to.
     *
     * @param useful  it was of what the connection is there for, not only about the connection
     * @param answers  to be sent
     * @param startOver  why the link is of no more use; empty: it is
     */
    record Reaction(boolean useful, List<String> answers, Optional<String> startOver) {

        public Reaction {
            answers = List.copyOf(answers);
        }
    }

    /** A new link is open, and all that was said on the one before is void: what to send first. */
    List<String> opening();

    /** A message has come. */
    Reaction hear(String message);

    /** What to send every so often, so that both sides know of each other; empty: the protocol's ping will do. */
    Optional<String> ping();
}
