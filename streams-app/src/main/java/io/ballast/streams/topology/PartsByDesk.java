/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.PortfolioPart;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends what a portfolio holds in a pool to the partition of its desk. Key: portfolio@pool_id. */
final class PartsByDesk implements StreamPartitioner<String, PortfolioPart> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, PortfolioPart part, int partitions) {
        return Desk.partition(key, partitions);
    }
}
