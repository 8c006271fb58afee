/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.producers.rpc.Endpoint;
import io.ballast.producers.rpc.Endpoints;
import io.ballast.producers.rpc.Rpc;
import io.ballast.producers.rpc.RpcCounts;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PriceTick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that give what is not so, beside others that do not. All time is made up. */
class LyingNodesTest {

    private static final int FINAL_DEPTH = 8;
    private static final int BLOCKS = 40;
    private static final int ENOUGH_STEPS = 80;
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final FakeChain chain = new FakeChain();
    private final Map<String, Rpc> nodes = new LinkedHashMap<>();
    private final List<OutgoingRecord> committed = new ArrayList<>();
    private RpcCounts counts;
    private long nanos;
    private int steps;

    LyingNodesTest() {
        for (int block = 0; block < BLOCKS; block++) {
            chain.append(2, 1);
        }
    }

    private void follow(int mostSteps, boolean crossCheck) {
        steps = mostSteps;
        List<Endpoint> endpoints = nodes.keySet().stream()
                .map(name -> Endpoint.of("http://" + name))
                .toList();
        FollowOptions options = Followed.options(Finality.ofDepth(FINAL_DEPTH), endpoints, crossCheck);
        Endpoints all = new Endpoints(
                endpoints,
                endpoint -> nodes.get(endpoint.uri().getHost()),
                FakeChain.CHAIN_ID,
                options.requestsPerSecond(),
                new SplittableRandom(1),
                () -> nanos,
                pause -> {
                    nanos += pause.toNanos();
                    return true;
                });
        counts = all.counts();
        RestartingSink sink = new RestartingSink(committed);
        ChainFollower follower = new ChainFollower(
                options, RestartingSink.PRODUCER, all, sink, progress -> {}, HeadLatency.unmeasured(), pause -> {
                    nanos += pause.toNanos();
                    return steps-- > 0;
                });
        sink.journal().forEach(follower::resume);
        follower.run();
    }

    /** Logs written, as {@code blockHash:logIndex}; the first of all is the pair's creation, which is no tick. */
    private List<String> ticks() {
        return committed.stream()
                .map(OutgoingRecord::value)
                .filter(PriceTick.class::isInstance)
                .map(PriceTick.class::cast)
                .map(tick -> tick.getBlockHash() + ":" + tick.getLogIndex())
                .toList();
    }

    private void assertThatAllIsWritten() {
        List<String> watched = chain.watchedLogs();
        assertThat(ticks()).isEqualTo(watched.subList(1, watched.size()));
    }

    /** A node that changes the logs it gives. */
    private Rpc lyingAbout(UnaryOperator<ArrayNode> lie) {
        return (method, parameters) -> {
            JsonNode truth = chain.call(method, parameters);
            return method.equals("eth_getLogs") ? lie.apply(((ArrayNode) truth).deepCopy()) : truth;
        };
    }

    private static ArrayNode withoutTheLast(ArrayNode logs) {
        if (logs.size() > 1) {
            logs.remove(logs.size() - 1);
        }
        return logs;
    }

    private static ArrayNode withOtherData(ArrayNode logs) {
        logs.forEach(log -> ((ObjectNode) log).put("data", "0x" + "1".repeat(128)));
        return logs;
    }

    private static ArrayNode ofAnotherBlock(ArrayNode logs) {
        logs.forEach(log -> ((ObjectNode) log).put("blockHash", "0x" + "9".repeat(64)));
        return logs;
    }

    @Test
    void logsOfAnotherBlockThanTheHeaderAreNotBelieved() {
        nodes.put("liar", lyingAbout(LyingNodesTest::ofAnotherBlock));
        nodes.put("honest", chain);

        follow(ENOUGH_STEPS, false);

        assertThatAllIsWritten();
        assertThat(counts.endpoints().get(0).disagreements()).isPositive();
        assertThat(counts.endpoints().get(1).disagreements()).isZero();
        assertThat(counts.lastFailure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("http://liar: the node gives "));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void oneThatLeavesOutALogIsOutvotedByTheOthers(int place) {
        for (int i = 0; i < 3; i++) {
            nodes.put("node" + i, i == place ? lyingAbout(LyingNodesTest::withoutTheLast) : chain);
        }

        follow(ENOUGH_STEPS, true);

        assertThatAllIsWritten();
        assertThat(counts.endpoints().stream().anyMatch(endpoint -> endpoint.disagreements() > 0))
                .as("the third is never asked")
                .isEqualTo(place < 2);
    }

    @Test
    void oneThatChangesALogIsOutvotedByTheOthers() {
        nodes.put("liar", lyingAbout(LyingNodesTest::withOtherData));
        nodes.put("honest", chain);
        nodes.put("other", chain);

        follow(ENOUGH_STEPS, true);

        assertThatAllIsWritten();
    }

    @Test
    void whileTwoDisagreeNothingIsWrittenAndThenAll() {
        nodes.put("liar", lyingAbout(LyingNodesTest::withoutTheLast));
        nodes.put("honest", chain);
        follow(30, true);
        assertThat(ticks()).isEmpty();
        assertThat(counts.lastFailure())
                .hasValueSatisfying(why -> assertThat(why).contains("two nodes do not give the same logs"));

        nodes.put("liar", chain);
        follow(ENOUGH_STEPS, true);

        assertThatAllIsWritten();
    }

    @Test
    void withoutAnotherToAskNothingIsBelieved() {
        nodes.put("honest", chain);
        nodes.put("down", (method, parameters) -> {
            throw new RpcException(RpcException.Kind.UNREACHABLE, "http://down: nobody there");
        });

        follow(30, true);

        assertThat(ticks()).isEmpty();
        assertThat(counts.endpoints().get(1).failures().get(RpcException.Kind.UNREACHABLE))
                .isPositive();
    }

    @Test
    void aMinuteOfRateLimitsIsWaitedForAndLosesNothing() {
        nodes.put("busy", (method, parameters) -> {
            if (nanos < MINUTE_NANOS) {
                throw new RpcException(RpcException.Kind.RATE_LIMITED, "http://busy " + method + ": HTTP 429");
            }
            return chain.call(method, parameters);
        });

        follow(ENOUGH_STEPS, false);

        assertThatAllIsWritten();
        long limited = counts.failures().get(RpcException.Kind.RATE_LIMITED);
        assertThat(limited).as("asked ever less often").isBetween(5L, 12L);
    }
}
