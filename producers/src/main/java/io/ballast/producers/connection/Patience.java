/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param connecting  for the handshake
 * @param pingEvery  between pings
 * @param silence  for any sign of life: without one the link is taken for dead, though nobody has closed it
 * @param useless  for a message of use, while there are other signs of life
 * @param life  of a link, before it is replaced in order: exchanges cut links after 24 h
 */
public record Patience(Duration connecting, Duration pingEvery, Duration silence, Duration useless, Duration life) {

    public Patience {
        if (silence.compareTo(pingEvery) <= 0) {
            throw new IllegalArgumentException("silence of " + silence.toMillis() + " ms is not above the "
                    + pingEvery.toMillis() + " ms between pings: a quiet link would count as dead");
        }
    }
}
