/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.schema.MarketTick;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Market ticks go where their key belongs; those that tell what an asset at par is worth go everywhere. */
public final class ParToAll implements StreamPartitioner<String, MarketTick> {

    /** Nothing: as Kafka does by default, by the key's bytes. */
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, MarketTick tick, int partitions) {
        return key.startsWith(MarketNames.PAR)
                ? Optional.of(IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }
}
