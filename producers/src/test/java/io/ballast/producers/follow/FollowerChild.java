/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.JsonRpc;
import io.ballast.producers.sink.JournalReader;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A follower in a process of its own, which says on its standard output how many records it has handed on. */
final class FollowerChild {

    static final String PRODUCER = "killed-follower";

    private FollowerChild() {}

    /** Arguments: brokers, registry, node. */
    public static void main(String[] arguments) {
        Map<String, String> config = Map.of("bootstrap.servers", arguments[0], "schema.registry.url", arguments[1]);
        FollowOptions options = Followed.options(false, Finality.ofDepth(8), arguments[2]);
        SinkOptions sinkOptions = new SinkOptions(config, PRODUCER, options.source(), 7, Duration.ofMinutes(1));
        HttpClient http = JsonRpc.client(options.timeout());
        CountDownLatch never = new CountDownLatch(1);
        try (TransactionalSink sink = TransactionalSink.open(sinkOptions, InstantSource.system())) {
            Endpoints endpoints = new Endpoints(
                    options.endpoints(),
                    endpoint -> new JsonRpc(endpoint, http, options.timeout()),
                    FakeChain.CHAIN_ID,
                    options.requestsPerSecond(),
                    new SplittableRandom(),
                    System::nanoTime,
                    pause -> waited(never, pause));
            ChainFollower follower = new ChainFollower(
                    options,
                    PRODUCER,
                    endpoints,
                    sink,
                    progress -> System.out.println(
                            progress.lag() + " " + progress.counts().records()),
                    HeadLatency.unmeasured(),
                    pause -> waited(never, pause));
            new JournalReader(sinkOptions, InstantSource.system()).forEach(follower::resume);
            sink.requireCaughtUp();
            follower.run();
        }
    }

    private static boolean waited(CountDownLatch never, Duration pause) {
        try {
            return !never.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            return false;
        }
    }
}
