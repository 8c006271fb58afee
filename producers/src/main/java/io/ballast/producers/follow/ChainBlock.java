/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.EvmLog;
import java.time.Instant;
import java.util.List;

/**
 * A block and those of its logs that are watched.
 *
 * @param number  its number
 * @param hash  its hash, lower case
 * @param time  its time
 * @param logs  in log order; may be empty
 */
record ChainBlock(long number, String hash, Instant time, List<WatchedLog> logs) {

    /**
     * A log.
     *
     * @param log  as read
     * @param json  as the node gave it
     */
    record WatchedLog(EvmLog log, String json) {}

    ChainBlock {
        logs = List.copyOf(logs);
    }
}
