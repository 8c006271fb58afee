/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import io.ballast.desk.DeskCluster;
import io.ballast.desk.ingest.TopicWriter;
import io.ballast.schema.AlertDelivery;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.reading.CommittedConsumer;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** All receivers of a desk. None waits for another. */
public final class Deliveries implements AutoCloseable {
    private final DeskCluster cluster;
    private final String group;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final HttpClient http = HttpSender.client();
    private final TopicWriter<AlertDelivery> writer;
    private final List<ReceiverWorker> workers;

    private Deliveries(
            Receivers receivers, DeskCluster cluster, String group, InstantSource clock, RandomGenerator random) {
        this.cluster = cluster;
        this.group = group;
        this.clock = clock;
        this.random = random;
        this.writer = TopicWriter.open(cluster, Topic.ALERT_DELIVERIES);
        this.workers = receivers.list().stream().map(this::worker).toList();
    }

    /**
     * Begins to tell receivers of alerts.
     *
     * @param group  of the topology; consumer groups of receivers have its name, {@code -receiver-} and theirs
     */
    public static Deliveries start(
            Receivers receivers, DeskCluster cluster, String group, InstantSource clock, RandomGenerator random) {
        Deliveries deliveries = new Deliveries(receivers, cluster, group, clock, random);
        deliveries.workers.forEach(ReceiverWorker::start);
        return deliveries;
    }

    private ReceiverWorker worker(Receiver receiver) {
        ReceiverProgress progress = new ReceiverProgress();
        ClusterTrouble trouble = new ClusterTrouble(receiver.name(), progress);
        DeliveryTopic log = new DeliveryTopic(cluster, receiver.name(), writer);
        Sender sender = new HttpSender(http, receiver.terms().timeout(), clock);
        Courier courier = new Courier(receiver, sender, log, clock, new RetryDelay(random), progress);
        GroupMember member = new GroupMember(receiver.name(), consumer(receiver), trouble, clock);
        return new ReceiverWorker(receiver, cluster, member, log, courier, progress, trouble);
    }

    private Consumer<byte[], byte[]> consumer(Receiver receiver) {
        return CommittedConsumer.open(
                cluster.consumer(),
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group + "-receiver-" + receiver.name(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        "1"));
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
