/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import java.time.Duration;
import java.time.Instant;

/** Says when a block is due in real time. */
@FunctionalInterface
public interface BlockPacer {

    /** As fast as possible. */
    BlockPacer UNPACED = blockTime -> Duration.ZERO;

    /**
     * How long to wait until a block of that simulated time is due; zero or negative: it is due. Asked in order, and only
     * once blocks are really written.
     */
    Duration untilDue(Instant blockTime);

    /** Whether the answer may change while a block is waited for: then it is asked again and again, until the block is due. */
    default boolean isControlled() {
        return false;
    }
}
