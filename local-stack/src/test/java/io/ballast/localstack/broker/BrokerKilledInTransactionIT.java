/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.localstack.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed as by kill -9 while a transaction is open, and has given that up before it leads its partitions again. */
@Tag("fault")
class BrokerKilledInTransactionIT {

    private static final TopicPartition FIGURES = new TopicPartition("figures", 0);
    private static final int TRANSACTION_TIMEOUT_MS = 500;
    /** Looks for such transactions from the moment it starts. */
    private static final Map<String, String> EAGER =
            Map.of("transaction.abort.timed.out.transaction.cleanup.interval.ms", "50");

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void shouldNeverShowWhatWasNotCommitted() throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        Process broker = start(port, controllerPort);
        createTopic(port);
        leaveOpen(port);
        broker.destroyForcibly().waitFor();

        try (EmbeddedBroker restarted =
                        EmbeddedBroker.start(folder.resolve("data"), port, controllerPort, EAGER, AssertionError::new);
                KafkaProducer<String, String> heir = producer(port)) {
            heir.initTransactions();
            heir.beginTransaction();
            heir.send(new ProducerRecord<>(FIGURES.topic(), "committed"));
            heir.commitTransaction();

            assertThat(committed(restarted.bootstrapServers())).containsExactly("committed");
        }
    }

    private static void leaveOpen(int port) throws Exception {
        KafkaProducer<String, String> producer = producer(port);
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(FIGURES.topic(), "given up")).get();
        producer.close(Duration.ZERO);
    }

    private static KafkaProducer<String, String> producer(int port) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "transactional.id",
                "figures",
                "transaction.timeout.ms",
                TRANSACTION_TIMEOUT_MS);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static void createTopic(int port) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) ("127.0.0.1:" + port)))) {
            admin.createTopics(List.of(new NewTopic(FIGURES.topic(), 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static List<String> committed(String bootstrapServers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(FIGURES));
            consumer.seekToBeginning(List.of(FIGURES));
            long end = consumer.endOffsets(List.of(FIGURES)).get(FIGURES);
            while (consumer.position(FIGURES) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.value()));
            }
        }
        return read;
    }

    private Process start(int port, int controllerPort) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        folder.resolve("data").toString(),
                        Integer.toString(port),
                        Integer.toString(controllerPort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return process;
            }
        }
        throw new AssertionError("The broker ended before it was ready");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
