/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import io.ballast.schema.DeadLetter;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.record.SourceDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Adds sources and sinks of the catalogue's topics to a topology. */
final class TopicNodes {

    private final Topology topology;
    private final BallastConfig config;
    private final SchemaRegistryClient registry;
    private final EventTime eventTime;

    TopicNodes(Topology topology, BallastConfig config, SchemaRegistryClient registry, EventTime eventTime) {
        this.topology = topology;
        this.config = config;
        this.registry = registry;
        this.eventTime = eventTime;
    }

    <T extends SpecificRecord> void read(String name, Topic topic, Class<T> type) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                eventTime,
                new StringDeserializer(),
                new SourceDeserializer<>(new AvroDeserializer<>(type, registry)),
                config.topic(topic));
    }

    /** Spread by the hash of the key. */
    void write(String name, Topic topic, String from) {
        write(name, topic, null, from);
    }

    /** @param partitioner  null: by the hash of the key */
    <V extends SpecificRecord> void write(
            String name, Topic topic, StreamPartitioner<String, V> partitioner, String from) {
        topology.addSink(
                name,
                config.topic(topic),
                new StringSerializer(),
                RiskTopology.<V>values(config, registry),
                partitioner,
                from);
    }

    void writeDeadLetters(String name, String... from) {
        topology.addSink(
                name,
                config.topic(Topic.DEAD_LETTERS),
                new ByteArraySerializer(),
                RiskTopology.<DeadLetter>values(config, registry),
                from);
    }
}
