/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.desk.api.AlertEventSink;
import io.ballast.desk.api.AlertsApi;
import io.ballast.desk.api.DeliveriesApi;
import io.ballast.desk.api.PipelineApi;
import io.ballast.desk.api.PortfoliosApi;
import io.ballast.desk.api.PositionRecords;
import io.ballast.desk.api.PositionStoryApi;
import io.ballast.desk.api.PositionsApi;
import io.ballast.desk.api.ReplayApi;
import io.ballast.desk.api.SignInApi;
import io.ballast.desk.api.WhatIfApi;
import io.ballast.desk.config.DeskSettings;
import io.ballast.desk.delivery.Deliveries;
import io.ballast.desk.delivery.Receivers;
import io.ballast.desk.ingest.AlertEventTopic;
import io.ballast.desk.ingest.GroupLag;
import io.ballast.desk.ingest.IngestStatus;
import io.ballast.desk.ingest.TopicReader;
import io.ballast.desk.oidc.Oidc;
import io.ballast.desk.replay.ReplayControl;
import io.ballast.desk.security.Gate;
import io.ballast.desk.security.IdentityTokens;
import io.ballast.desk.security.SignIn;
import io.ballast.desk.security.Tokens;
import io.ballast.desk.store.DeskStore;
import io.ballast.desk.store.Versions;
import io.ballast.desk.stream.Channels;
import io.ballast.desk.stream.StreamApi;
import io.ballast.schemas.catalogue.Topic;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;

/** A desk that runs: it reads the output topics and serves what they say. */
public final class Desk implements AutoCloseable {
    private final DeskSettings settings;
    private final DeskCluster cluster;
    private final InstantSource clock;
    private final Optional<ReplayControl> replay;
    private final Optional<Oidc> oidc;
    private final SignIn signIn;
    private final Optional<Receivers> receivers;
    private final DeskStore store;
    /** What to close, the last opened first. */
    private final Deque<Runnable> open = new ArrayDeque<>();

    private TopicReader reader;
    private Optional<Deliveries> deliveries = Optional.empty();
    private DeskServer server;

    private Desk(DeskSettings settings, DeskCluster cluster, InstantSource clock, Optional<ReplayControl> replay) {
        this.replay = replay;
        this.settings = settings;
        this.cluster = cluster;
        this.clock = clock;
        this.receivers = settings.receiversFile().map(file -> Receivers.read(file, System.getenv()));
        this.oidc = settings.oidc().map(provider -> new Oidc(provider, clock, new SecureRandom()));
        this.signIn = new SignIn(settings.tokensFile().map(Tokens::read), oidc.map(IdentityTokens.class::cast));
        this.store = new DeskStore(new Versions(UUID.randomUUID().toString()), settings.historyPoints());
    }

    /**
     * Starts it; figures come in while it is up already.
     *
     * @param group  of the topology, whose lag is shown
     * @throws PortTakenException if somebody else listens there
     * @throws org.apache.kafka.common.config.ConfigException if the tokens or the receivers file makes no sense
     */
    public static Desk start(DeskSettings settings, DeskCluster cluster, String group, InstantSource clock) {
        return start(settings, cluster, group, clock, Optional.empty());
    }

    /**
     * The same in one process with who writes the input.
     *
     * @param replay  control over it; empty: there is none
     */
    public static Desk start(
            DeskSettings settings,
            DeskCluster cluster,
            String group,
            InstantSource clock,
            Optional<ReplayControl> replay) {
        Desk desk = new Desk(settings, cluster, clock, replay);
        return desk.orClosed(() -> {
            AlertEventTopic alertEvents = AlertEventTopic.open(cluster);
            desk.open.push(alertEvents::close);
            GroupLag lag = GroupLag.open(cluster.consumer(), group);
            desk.open.push(lag::close);
            desk.read(TopicReader.start(cluster, desk.store, clock));
            desk.deliver(group);
            desk.serve(alertEvents, Optional.of(lag));
        });
    }

    /** One that reads with a consumer that is there already: for tests of all that needs no broker. */
    static Desk start(
            DeskSettings settings,
            DeskCluster cluster,
            Consumer<byte[], byte[]> consumer,
            AlertEventSink alertEvents,
            InstantSource clock,
            Optional<ReplayControl> replay) {
        Desk desk = new Desk(settings, cluster, clock, replay);
        return desk.orClosed(() -> {
            desk.read(TopicReader.start(cluster, desk.store, consumer, clock));
            desk.serve(alertEvents, Optional.empty());
        });
    }

    private Desk orClosed(Runnable opening) {
        try {
            opening.run();
            return this;
        } catch (RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    private void read(TopicReader started) {
        reader = started;
        open.push(started::close);
    }

    private void deliver(String group) {
        receivers.ifPresent(known -> {
            Deliveries started = Deliveries.start(known, cluster, group, clock, new SecureRandom());
            deliveries = Optional.of(started);
            open.push(started::close);
        });
    }

    private void serve(AlertEventSink alertEvents, Optional<GroupLag> lag) {
        PositionRecords records =
                new PositionRecords(cluster.registry(), cluster.name(Topic.POSITION_RISK), store.pools());
        StreamApi stream = new StreamApi(
                new Channels(store, records, reader::status, System::nanoTime),
                store.versions().epoch(),
                settings.mostStreams());
        open.push(stream::close);
        server = DeskServer.start(
                settings,
                new DeskServer.Parts(
                        new Gate(signIn),
                        new SignInApi(signIn, oidc),
                        new PositionsApi(store, records),
                        new PortfoliosApi(store),
                        new AlertsApi(store, alertEvents, clock),
                        new DeliveriesApi(
                                store, () -> deliveries.map(Deliveries::status).orElse(List.of())),
                        new PipelineApi(store, reader, lag),
                        new PositionStoryApi(store, records, settings.links()),
                        new WhatIfApi(store, records),
                        new ReplayApi(replay),
                        stream));
        // Streams end before the server does: it would wait for them.
        open.push(server::close);
        open.push(stream::close);
    }

    /** Where a browser finds it, such as http://127.0.0.1:8680/. */
    public String address() {
        return server.address();
    }

    /** How its reading goes. */
    public IngestStatus status() {
        return reader.status();
    }

    /** Whether all of it still runs: if not, its figures stay what they are, or a receiver is told of nothing any longer. */
    public boolean isAlive() {
        return reader.isAlive() && deliveries.map(Deliveries::isAlive).orElse(true);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
