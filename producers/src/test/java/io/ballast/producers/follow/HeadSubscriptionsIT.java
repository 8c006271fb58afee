/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.network.FaultyProxy;
import io.ballast.producers.connection.Patience;
import io.ballast.producers.connection.SocketDialer;
import io.ballast.producers.connection.SpeakingServer;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.waiting.WakeablePause;
import io.ballast.schemas.catalogue.Topic;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A follower that is woken by heads over a real websocket, with what networks and nodes do to it. */
class HeadSubscriptionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final int MAX_CHARS = 100_000;

    private final FakeChain chain = new FakeChain();
    private final List<OutgoingRecord> committed = new CopyOnWriteArrayList<>();
    private final WakeablePause pause = new WakeablePause();
    private final List<Duration> latencies = new CopyOnWriteArrayList<>();
    private final HeadLatency latency = new HeadLatency(latencies::add, System::nanoTime);
    private SpeakingServer node = new SpeakingServer(HeadSubscriptionsIT::answer);
    private FaultyProxy proxy = new FaultyProxy(node.getPort());
    private HeadSubscriptions heads;
    private Thread thread;
    private volatile FollowProgress progress;

    private static List<String> answer(String question) {
        return question.contains("eth_chainId")
                ? List.of("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"0x4d\"}")
                : List.of("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":\"0xcd0c\"}");
    }

    private void follow(Duration pollInterval) {
        FollowOptions options = options(pollInterval);
        Endpoints endpoints = new Endpoints(
                options.nodes(),
                endpoint -> chain,
                FakeChain.CHAIN_ID,
                options.requestsPerSecond(),
                new SplittableRandom(1),
                System::nanoTime,
                new WakeablePause());
        Patience patience = new Patience(PATIENCE, Duration.ofMillis(100), Duration.ofMillis(600), PATIENCE, NEVER);
        heads = new HeadSubscriptions(
                options,
                patience,
                new SocketDialer(HttpClient.newHttpClient(), PATIENCE, MAX_CHARS),
                new SplittableRandom(1),
                System::nanoTime,
                head -> {
                    latency.known(head);
                    pause.wake();
                });
        ChainFollower follower = new ChainFollower(
                options,
                RestartingSink.PRODUCER,
                endpoints,
                new RestartingSink(committed),
                now -> progress = now,
                latency,
                pause);
        heads.start();
        thread = new Thread(follower::run, "follower");
        thread.start();
        await().atMost(PATIENCE).until(() -> progress != null && progress.lag() == 0);
    }

    private FollowOptions options(Duration pollInterval) {
        FollowOptions some = Followed.options(false, Finality.ofDepth(8), "http://fake");
        return new FollowOptions(
                List.of(Endpoint.of("http://fake"), Endpoint.of("ws://127.0.0.1:" + proxy.port())),
                some.catalogue(),
                some.factories(),
                false,
                1,
                some.stopBlock(),
                some.finality(),
                pollInterval,
                some.maxRange(),
                some.timeout(),
                some.requestsPerSecond(),
                false,
                some.join());
    }

    @AfterEach
    void stop() throws InterruptedException {
        pause.stop();
        heads.close();
        thread.join(PATIENCE.toMillis());
        proxy.close();
        node.close();
        assertThat(thread.isAlive()).isFalse();
    }

    private HeadState state() {
        return heads.states().get(0);
    }

    private void awaitSubscribed(int times) {
        await().atMost(PATIENCE)
                .until(() -> node.asked().stream()
                                .filter(question -> question.contains("eth_subscribe"))
                                .count()
                        == times);
    }

    private long ticks() {
        return committed.stream()
                .filter(record -> record.topic() == Topic.PRICE_TICKS)
                .count();
    }

    private void sayHead() {
        node.say("{\"jsonrpc\":\"2.0\",\"method\":\"eth_subscription\",\"params\":{\"subscription\":\"0xcd0c\","
                + "\"result\":{\"number\":\"0x" + Long.toHexString(chain.head()) + "\"}}}");
    }

    /** A block that comes, and what the node says of it. */
    private void blockIsTold() {
        long before = ticks();
        chain.append(1, 0);
        sayHead();
        await().atMost(PATIENCE).until(() -> ticks() == before + 1);
    }

    @Test
    void aNewHeadIsFollowedAtOnceHoweverSeldomWeLook() {
        follow(NEVER);
        awaitSubscribed(1);

        blockIsTold();
        blockIsTold();

        assertThat(state().heads()).isEqualTo(2);
        await().atMost(PATIENCE).until(() -> latencies.size() == 2);
        assertThat(latencies).allMatch(each -> each.compareTo(PATIENCE) < 0);
        assertThat(state().connection().losses()).isZero();
    }

    @Test
    void aHeadThatIsToldTwiceOrTooEarlyWritesNothingTwice() {
        follow(NEVER);
        awaitSubscribed(1);
        sayHead();
        sayHead();

        blockIsTold();

        assertThat(ticks()).isEqualTo(1);
    }

    @Test
    void afterACutItSubscribesAgain() {
        follow(NEVER);
        awaitSubscribed(1);
        node.goAway();
        awaitSubscribed(2);

        blockIsTold();

        assertThat(state().connection().losses()).isEqualTo(1);
    }

    @Test
    void whileTheConnectionIsHalfOpenBlocksAreLookedFor() {
        follow(OFTEN);
        awaitSubscribed(1);
        proxy.freeze();
        long before = ticks();
        chain.append(1, 0);
        await().atMost(PATIENCE).until(() -> ticks() == before + 1);
        awaitSubscribed(2);

        assertThat(state().connection().lastLoss()).isEqualTo("no sign of life for 600 ms");
        blockIsTold();
    }

    @Test
    void aNodeThatDoesNotKnowSubscriptionsIsLeftAloneAndBlocksAreLookedFor() {
        stopNode();
        node = new SpeakingServer(question -> question.contains("eth_subscribe")
                ? List.of("{\"jsonrpc\":\"2.0\",\"id\":2,\"error\":{\"code\":-32601,\"message\":"
                        + "\"the method eth_subscribe does not exist/is not available\"}}")
                : answer(question));
        proxy = new FaultyProxy(node.getPort());
        follow(OFTEN);
        await().atMost(PATIENCE)
                .until(() ->
                        state().refusal().isPresent() && !state().connection().open());
        chain.append(1, 0);
        await().atMost(PATIENCE).until(() -> ticks() == 1);

        assertThat(node.opened()).isEqualTo(1);
        assertThat(state().refusal()).hasValueSatisfying(why -> assertThat(why).contains("does not exist"));
    }

    private void stopNode() {
        proxy.close();
        node.close();
    }
}
