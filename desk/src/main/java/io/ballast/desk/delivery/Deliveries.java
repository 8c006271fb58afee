/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.ingest.TopicWriter;
import io.ballast.schema.AlertDelivery;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.reading.CommittedConsumer;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** All receivers of a desk. None waits for another. */
public final class Deliveries implements AutoCloseable {
    private final List<ReceiverWorker> workers = new ArrayList<>();
    private final TopicWriter<AlertDelivery> writer;

    private Deliveries(TopicWriter<AlertDelivery> writer) {
        this.writer = writer;
    }

    /**
     * Begins to tell receivers of alerts.
     *
     * @param group  of the topology; consumer groups of receivers have its name, {@code -receiver-} and theirs
     */
    public static Deliveries start(
            Receivers receivers, DeskCluster cluster, String group, InstantSource clock, RandomGenerator random) {
        Deliveries deliveries = new Deliveries(TopicWriter.open(cluster, Topic.ALERT_DELIVERIES));
        HttpClient http = HttpSender.client();
        receivers
                .list()
                .forEach(receiver -> deliveries.workers.add(deliveries.worker(
                        receiver,
                        cluster,
                        group,
                        new HttpSender(http, receiver.terms().timeout(), clock),
                        clock,
                        random)));
        deliveries.workers.forEach(ReceiverWorker::start);
        return deliveries;
    }

    private ReceiverWorker worker(
            Receiver receiver,
            DeskCluster cluster,
            String group,
            Sender sender,
            InstantSource clock,
            RandomGenerator random) {
        ReceiverProgress progress = new ReceiverProgress();
        DeliveryTopic log = new DeliveryTopic(cluster, receiver.name(), writer);
        Courier courier = new Courier(receiver, sender, log, clock, new RetryDelay(random), progress);
        Consumer<byte[], byte[]> consumer = CommittedConsumer.open(
                cluster.consumer(),
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group + "-receiver-" + receiver.name(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        "1"));
        return new ReceiverWorker(receiver, cluster, consumer, log, courier, progress, clock);
    }

    /** How each does, by name. */
    public List<ReceiverStatus> status() {
        return workers.stream().map(ReceiverWorker::status).toList();
    }

    /** Whether all are still served. */
    public boolean isAlive() {
        return workers.stream().allMatch(ReceiverWorker::isAlive);
    }

    @Override
    public void close() {
        workers.parallelStream().forEach(ReceiverWorker::close);
        writer.close();
    }
}
