/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends what concerns portfolios to the partition of their desk, which is the first part of the portfolio's path: all that one desk
 * has comes together in one task, whatever follows in the key.
 */
final class ByDesk<V> implements StreamPartitioner<String, V> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        return Desk.partition(key, partitions);
    }
}
