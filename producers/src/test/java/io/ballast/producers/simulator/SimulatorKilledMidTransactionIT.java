/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.producers.sink.ForwardingSink;
import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkException;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.catalogue.TopicCreation;
import io.ballast.schemas.catalogue.TopicPlan;
import io.ballast.schemas.serde.AvroDeserializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A simulator that dies with a transaction open and starts again leaves nothing out and sends nothing twice. */
@Tag("fault")
class SimulatorKilledMidTransactionIT {

    private static final String PREFIX = "ballast.";
    private static final String PRODUCER = "simulator-it";
    private static final int PARTITIONS = 2;
    private static final SimulationOptions OPTIONS = Simulations.busy(42, 60);
    private static final Instant END = Simulations.endAfter(OPTIONS, 30);
    private static final List<Topic> TOPICS =
            List.of(Topic.POOLS, Topic.POOL_EVENTS, Topic.POSITION_EVENTS, Topic.PRICE_TICKS);

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) stack.bootstrapServers()))) {
            new TopicCreation(admin, TopicPlan.keepingEverything(PREFIX, PARTITIONS)).ensureAll();
        }
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void shouldWriteEachRecordOnceOverTwoRuns() {
        MemorySink expected = Simulations.run(OPTIONS, 30, PRODUCER);

        try (RecordSink sink = new DyingSink(openSink(OPTIONS), 17)) {
            MarketSimulator first = new MarketSimulator(OPTIONS, sink, BlockPacer.UNPACED);
            assertThatThrownBy(() -> first.run(END)).hasMessage("killed before block 17");
        }
        SimulationProgress second;
        try (RecordSink sink = openSink(OPTIONS)) {
            second = new MarketSimulator(OPTIONS, sink, BlockPacer.UNPACED).run(END);
        }

        assertThat(second.records()).isPositive().isLessThan(expected.records().size());
        for (Topic topic : TOPICS) {
            assertThat(committed(topic)).containsExactlyInAnyOrderElementsOf(shown(expected.records(topic)));
        }
        assertThatThrownBy(() -> openSink(Simulations.busy(43, 60)).close())
                .isInstanceOf(SinkException.class)
                .hasMessageContaining("seed=42")
                .hasMessageContaining("seed=43");
    }

    private static TransactionalSink openSink(SimulationOptions options) {
        Map<String, String> config =
                Map.of("bootstrap.servers", stack.bootstrapServers(), RegistryClients.URL, stack.registryUrl());
        SinkOptions sinkOptions =
                new SinkOptions(config, PRODUCER, SimulationSource.of(options), 150, Duration.ofMinutes(10));
        return TransactionalSink.open(sinkOptions, InstantSource.system());
    }

    private static List<String> committed(Topic topic) {
        SchemaRegistryClient registry = RegistryClients.create(Map.of(RegistryClients.URL, stack.registryUrl()));
        Deserializer<? extends SpecificRecord> values = new AvroDeserializer<>(topic.valueType(), registry);
        Map<String, Object> config =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "isolation.level", "read_committed");
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.fullName(PREFIX), partition))
                .toList();
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, ? extends SpecificRecord> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), values)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> found.add(shown(record)));
            }
        }
        return found;
    }

    private static List<String> shown(List<OutgoingRecord> records) {
        return records.stream()
                .map(sent -> sent.key() + " " + sent.timestampMs() + " " + sent.value())
                .toList();
    }

    private static String shown(ConsumerRecord<String, ? extends SpecificRecord> read) {
        return read.key() + " " + read.timestamp() + " " + read.value();
    }

    /** Dies before it writes some block; what was not flushed by then is lost. */
    private static final class DyingSink extends ForwardingSink {

        private final long lastBlock;

        DyingSink(RecordSink sink, long lastBlock) {
            super(sink);
            this.lastBlock = lastBlock;
        }

        @Override
        public int write(RecordBlock block) {
            if (block.blockNumber() == lastBlock) {
                throw new SinkException("killed before block " + lastBlock);
            }
            return super.write(block);
        }
    }
}
