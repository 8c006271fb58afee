/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.schemas.catalogue.Topic;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Writes topics to files of JSON lines: partition by partition, each in its order. */
public final class TopicExport {
    private final PartitionReader reader;
    private final SchemaRegistryClient registry;
    private final String prefix;
    private final Map<Topic, Consumer<ObjectNode>> listeners = new EnumMap<>(Topic.class);

    /** @param prefix  of the topics' names on the broker */
    public TopicExport(PartitionReader reader, SchemaRegistryClient registry, String prefix) {
        this.reader = reader;
        this.registry = registry;
        this.prefix = prefix;
    }

    /** Has somebody see each line of a topic while it is written. */
    public void listen(Topic topic, Consumer<ObjectNode> listener) {
        listeners.put(topic, listener);
    }

    /**
     * Every topic of the catalogue, to {@code <folder>/<short name>.jsonl}.
     *
     * @return how many records each has
     * @throws UncheckedIOException if a file cannot be written
     */
    public Map<Topic, Long> exportAll(Path folder) {
        Map<Topic, Long> counts = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            counts.put(topic, export(topic, folder.resolve(topic.shortName() + ".jsonl")));
        }
        return counts;
    }

    private long export(Topic topic, Path file) {
        RecordLines lines = new RecordLines(topic, registry);
        long[] count = {0};
        Consumer<ObjectNode> listener = listeners.getOrDefault(topic, line -> {});
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (TopicPartition partition : reader.partitions(topic.fullName(prefix))) {
                reader.readAll(partition, record -> {
                    ObjectNode line = lines.of(record);
                    write(writer, line);
                    listener.accept(line);
                    count[0]++;
                    return true;
                });
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
        return count[0];
    }

    private static void write(BufferedWriter writer, ObjectNode line) {
        try {
            writer.write(line.toString());
            writer.write('\n');
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write a record", unwritable);
        }
    }
}
