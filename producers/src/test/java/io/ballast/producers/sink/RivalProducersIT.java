/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import static io.ballast.producers.sink.Samples.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What several producers do to each other. */
@Tag("fault")
class RivalProducersIT {

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalStackOptions.defaults());
        CommittedRecords.createTopics(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static TransactionalSink open(String producerId) {
        SinkOptions options = new SinkOptions(
                CommittedRecords.config(stack), producerId, Samples.SOURCE, 1000, Duration.ofMinutes(1));
        return TransactionalSink.open(options, InstantSource.system());
    }

    private static List<OutgoingRecord> ticks(String key) throws IOException {
        return CommittedRecords.of(Topic.PRICE_TICKS, stack).stream()
                .filter(record -> record.key().equals(key))
                .toList();
    }

    @Test
    void theSecondOfOneNameEndsTheFirstAndLosesNothing() throws IOException {
        TransactionalSink first = open("same-name");
        first.write(block(1, 2));
        first.flush();
        first.write(block(2, 2));

        try (TransactionalSink second = open("same-name")) {
            assertThatThrownBy(first::flush)
                    .isInstanceOf(SinkException.class)
                    .hasMessageContaining("another producer named same-name has started");
            assertThat(second.write(block(1, 2))).as("committed by the first").isZero();
            assertThat(second.write(block(2, 2))).as("aborted with the first").isEqualTo(2);
            second.finish();
        }
        first.close();

        assertThat(ticks("pool")).hasSize(4).doesNotHaveDuplicates();
    }

    /** Committed progress may lie behind somebody else's open transaction, where a committed reader does not see it. */
    @Test
    void progressIsFoundBehindTheOpenTransactionOfAnother() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> stranger = stranger()) {
            try (TransactionalSink first = open("patient")) {
                stranger.beginTransaction();
                writeOnAllPartitions(stranger);
                first.write(block(1, 2));
                first.finish();
            }

            CompletableFuture<TransactionalSink> opening = CompletableFuture.supplyAsync(() -> open("patient"));
            await().during(Duration.ofSeconds(2)).until(() -> !opening.isDone());
            stranger.commitTransaction();

            try (TransactionalSink second = opening.get()) {
                assertThat(second.write(block(1, 2))).isZero();
            }
        }
    }

    private static KafkaProducer<String, byte[]> stranger() {
        Map<String, Object> config = new HashMap<>(CommittedRecords.config(stack));
        config.keySet().removeIf(key -> key.startsWith("schema."));
        config.put("transactional.id", "stranger");
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private static void writeOnAllPartitions(KafkaProducer<String, byte[]> stranger)
            throws ExecutionException, InterruptedException {
        String topic = Topic.PRODUCER_PROGRESS.fullName(CommittedRecords.PREFIX);
        for (PartitionInfo partition : stranger.partitionsFor(topic)) {
            Future<RecordMetadata> written =
                    stranger.send(new ProducerRecord<>(topic, partition.partition(), "stranger", null));
            written.get();
        }
    }
}
