/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.DeskInput;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends what belongs to a portfolio to the partition of its desk, and instruments to all. */
final class InputsByDesk implements StreamPartitioner<String, DeskInput> {

    private final String instrumentsTopic;
    private final EveryPartition<String, DeskInput> everywhere = new EveryPartition<>();

    /** @param instrumentsTopic  name of the topic of what every desk needs */
    InputsByDesk(String instrumentsTopic) {
        this.instrumentsTopic = instrumentsTopic;
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, DeskInput input, int partitions) {
        return input.getSourceTopic().equals(instrumentsTopic)
                ? everywhere.partitions(topic, key, input, partitions)
                : Desk.partition(key, partitions);
    }
}
