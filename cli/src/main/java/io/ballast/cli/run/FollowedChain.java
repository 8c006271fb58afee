/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.connection.SocketDialer;
import io.ballast.producers.follow.ChainFollower;
import io.ballast.producers.follow.FollowOptions;
import io.ballast.producers.follow.FollowProgress;
import io.ballast.producers.follow.HeadLatency;
import io.ballast.producers.follow.HeadSubscriptions;
import io.ballast.producers.monitoring.ChainMonitor;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.JsonRpc;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.SocketRpc;
import io.ballast.producers.sink.CommitCounts;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.waiting.WakeablePause;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A live chain as its nodes tell it, and who watches how it is followed. Closing it ends its websockets. */
final class FollowedChain implements AutoCloseable {
    private static final int MAX_HEAD_CHARS = 1_000_000;
    private static final int MAX_ANSWER_CHARS = 64 * 1024 * 1024;

    private final FollowOptions options;
    private final StoppablePause betweenTries = new StoppablePause();
    private final WakeablePause betweenLooks = new WakeablePause();
    private final CommitCounts commits = new CommitCounts();
    private final List<SocketRpc> lines = new ArrayList<>();
    private final Endpoints endpoints;
    private final ChainMonitor monitor;
    private final HeadLatency latency;
    private final HeadSubscriptions heads;

    FollowedChain(FollowOptions options, InstantSource clock) {
        this.options = options;
        endpoints = endpoints();
        monitor = new ChainMonitor(commits, endpoints.counts(), clock);
        latency = new HeadLatency(monitor::committed, System::nanoTime);
        heads = heads();
        monitor.hearing(heads::states);
    }

    private Endpoints endpoints() {
        HttpClient http = JsonRpc.client(options.timeout());
        return new Endpoints(
                options.nodes(),
                endpoint -> endpoint.isSocket()
                        ? overSocket(endpoint, http)
                        : new JsonRpc(endpoint, http, options.timeout()),
                options.catalogue().chainId(),
                options.requestsPerSecond(),
                new SplittableRandom(),
                System::nanoTime,
                betweenTries);
    }

    private Rpc overSocket(Endpoint endpoint, HttpClient http) {
        SocketDialer dialer = new SocketDialer(http, options.timeout(), MAX_ANSWER_CHARS);
        SocketRpc line = new SocketRpc(endpoint, dialer, options.timeout());
        lines.add(line);
        return line;
    }

    private HeadSubscriptions heads() {
        SocketDialer dialer = new SocketDialer(JsonRpc.client(options.timeout()), options.timeout(), MAX_HEAD_CHARS);
        return new HeadSubscriptions(options, dialer, new SplittableRandom(), System::nanoTime, number -> {
            latency.known(number);
            betweenLooks.wake();
        });
    }

    /** Begins to hear of new blocks, where nodes tell of them. */
    void listen() {
        heads.start();
    }

    /** Where a sink of its records counts what is committed. */
    CommitCounts commits() {
        return commits;
    }

    ChainMonitor monitor() {
        return monitor;
    }

    /** @param producerId  of the sink */
    ChainFollower into(RecordSink sink, String producerId, Consumer<FollowProgress> progress) {
        return new ChainFollower(
                options, producerId, endpoints, sink, monitor.andThen(progress), latency, betweenLooks);
    }

    /** Whoever follows it ends soon. */
    void stop() {
        betweenTries.stop();
        betweenLooks.stop();
    }

    @Override
    public void close() {
        heads.close();
        lines.forEach(SocketRpc::close);
    }
}
