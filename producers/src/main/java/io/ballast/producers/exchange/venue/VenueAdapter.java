/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is peculiar to one exchange. It subscribes and listens; nothing in it can trade. Mutable, single-threaded. */
public interface VenueAdapter {

    /** A link is open: what to send first. What was known by the link before is forgotten, except numbers of trades. */
    List<String> opening();

    /**
     * Reads a message. Fields that it does not need may be there or not.
     *
     * @param heardAt  when it came, for exchanges that tell no time
     * @return what it says, in order; not empty
     * @throws MalformedMessageException if the message as a whole cannot be read
     */
    List<Heard> hear(JsonNode message, Instant heardAt) throws MalformedMessageException;

    /** True: the text is no message, but what the exchange says to whoever connects. */
    default boolean isGreeting(String text) {
        return false;
    }

    /** What to send every so often; empty: the protocol's ping will do. */
    default Optional<String> ping() {
        return Optional.empty();
    }
}
