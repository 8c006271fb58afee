/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Histogram;
import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.producers.follow.FollowProgress;
import io.ballast.producers.follow.HeadState;
import io.ballast.producers.rpc.EndpointCounts;
import io.ballast.producers.rpc.RpcCounts;
import io.ballast.producers.rpc.RpcException;
import io.ballast.producers.sink.CommitCounts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Watches a chain follower. It is ready while it makes steps and has read all that is final: from there on it is with the head.
 * Thread-safe.
 */
public final class ChainMonitor extends ProducerMonitor implements Consumer<FollowProgress> {

    private static final List<Double> LATENCY_BOUNDS_S =
            List.of(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0);

    private final Histogram latency = new Histogram(ProducerMetric.CHAIN_LATENCY, LATENCY_BOUNDS_S);
    private final RpcCounts rpc;
    private volatile Supplier<List<HeadState>> heads = List::of;
    private volatile FollowProgress progress;

    public ChainMonitor(CommitCounts commits, RpcCounts rpc, InstantSource clock) {
        super(commits, clock);
        this.rpc = rpc;
    }

    /** How the subscriptions to new heads stand; until it is called, there are none. */
    public void hearing(Supplier<List<HeadState>> subscriptions) {
        heads = subscriptions;
    }

    @Override
    public void accept(FollowProgress now) {
        progress = now;
        made();
    }

    /** A block was committed so long after we first knew of it. */
    public void committed(Duration after) {
        latency.add(after);
    }

    @Override
    void tell(List<Reading> readings) {
        readings.add(latency.spread());
        FollowProgress now = progress;
        if (now != null) {
            place(now, readings);
            followed(now, readings);
        }
        rpc.endpoints().forEach(endpoint -> endpoint(endpoint, readings));
        readings.add(Sample.of(ProducerMetric.RPC_FAILOVERS, rpc.failOvers()));
        heads.get().forEach(head -> head(head, readings));
    }

    private static void place(FollowProgress now, List<Reading> readings) {
        readings.add(Sample.of(ProducerMetric.CHAIN_HEAD, now.head()));
        now.finalBlock().ifPresent(number -> readings.add(Sample.of(ProducerMetric.CHAIN_FINAL, number)));
        now.block().ifPresent(number -> {
            readings.add(Sample.of(ProducerMetric.CHAIN_BLOCK, number));
            readings.add(Sample.of(ProducerMetric.CHAIN_LAG, now.lag()));
        });
    }

    private static void followed(FollowProgress now, List<Reading> readings) {
        readings.add(Sample.of(ProducerMetric.CHAIN_BLOCKS, now.counts().blocks()));
        readings.add(Sample.of(ProducerMetric.CHAIN_LOGS, now.counts().logs()));
        readings.add(Sample.of(ProducerMetric.CHAIN_REORGS, now.counts().reorgs()));
        readings.add(Sample.of(ProducerMetric.CHAIN_REORG_DEPTH, now.counts().deepestReorg()));
        readings.add(Sample.of(ProducerMetric.CHAIN_RETRACTED_LOGS, now.counts().retractedLogs()));
    }

    private static void endpoint(EndpointCounts counts, List<Reading> readings) {
        String endpoint = counts.endpoint();
        readings.add(Sample.of(ProducerMetric.RPC_REQUESTS, counts.calls(), endpoint));
        for (RpcException.Kind kind : RpcException.Kind.values()) {
            if (kind != RpcException.Kind.STOPPED) {
                String reason = kind.name().toLowerCase(Locale.ROOT);
                long failures = counts.failures().get(kind);
                readings.add(Sample.of(ProducerMetric.RPC_FAILURES, failures, endpoint, reason));
            }
        }
        readings.add(Sample.of(ProducerMetric.RPC_DISAGREEMENTS, counts.disagreements(), endpoint));
        readings.add(Sample.of(ProducerMetric.RPC_EXCLUDED, counts.excluded().isPresent() ? 1 : 0, endpoint));
    }

    private static void head(HeadState head, List<Reading> readings) {
        String endpoint = head.endpoint();
        readings.add(Sample.of(ProducerMetric.HEADS_CONNECTED, head.connection().open() ? 1 : 0, endpoint));
        readings.add(Sample.of(ProducerMetric.HEADS, head.heads(), endpoint));
        readings.add(
                Sample.of(ProducerMetric.HEADS_RECONNECTS, head.connection().losses(), endpoint));
    }

    @Override
    public Health health() {
        List<String> reasons = new ArrayList<>();
        standstill()
                .ifPresent(why -> reasons.add(
                        why + rpc.lastFailure().map(last -> "; last: " + last).orElse("")));
        FollowProgress now = progress;
        if (now != null) {
            backlog(now, reasons);
        }
        return new Health(reasons, warnings());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        rpc.endpoints().forEach(counts -> counts.excluded()
                .ifPresent(why -> warnings.add(counts.endpoint() + " is not used any more: it " + why)));
        heads.get().stream()
                .filter(head -> !head.connection().open())
                .forEach(head -> warnings.add(head.endpoint() + " tells of no new blocks, they are looked for: "
                        + head.refusal().orElse(head.connection().lastLoss())));
        return warnings;
    }

    private static void backlog(FollowProgress now, List<String> reasons) {
        if (now.block().isEmpty()) {
            reasons.add("no block is read yet");
        } else if (now.finalBlock().filter(number -> now.block().get() < number).isPresent()) {
            reasons.add("it reads what is final: block " + now.block().get() + " of "
                    + now.finalBlock().get());
        }
    }
}
