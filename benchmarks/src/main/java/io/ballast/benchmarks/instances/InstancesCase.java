/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.instances;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.CommittedOffset;
import io.ballast.benchmarks.kafka.Feeder;
import io.ballast.benchmarks.kafka.RiskTail;
import io.ballast.benchmarks.oracle.Claim;
import io.ballast.benchmarks.oracle.Oracle;
import io.ballast.benchmarks.oracle.Oracle.Slack;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.process.BallastProcess;
import io.ballast.benchmarks.process.Child;
import io.ballast.benchmarks.workload.FeedRecord;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;

/**
 * Some instances, each a process, share pools that are spread evenly over partitions. Ticks lie ready before the rate is taken. The oracle
 * recomputes the first pool. Mutable and single-threaded.
 */
public final class InstancesCase implements AutoCloseable {

    private static final long A_MOMENT_NANOS = Duration.ofMillis(20).toNanos();

    private final Bench bench;
    private final CaseTerms terms;
    private final int instances;
    private final PoolSpread spread;
    private final Effort effort;
    private final String childHeap;
    private final Path folder;
    private final String prefix;
    private final List<PoolFeed> feeds;
    private final Feeder feeder;
    private final CommittedOffset done;
    private final List<Child> children = new ArrayList<>();

    /**
     * @param terms  the same for each pool
     * @param effort  its most ticks are those of a pool, after half as many to warm up
     * @param childHeap  as for -Xmx
     * @param folder  for the children's settings and logs
     */
    public InstancesCase(
            Bench bench,
            CaseTerms terms,
            int instances,
            PoolSpread spread,
            Effort effort,
            String childHeap,
            Path folder) {
        this.bench = bench;
        this.terms = terms;
        this.instances = instances;
        this.spread = spread;
        this.effort = effort;
        this.childHeap = childHeap;
        this.folder = folder;
        prefix = "instances-" + instances + ".";
        bench.createTopics(prefix, spread.partitions());
        feeds = spread.pools().stream()
                .map(pool -> bench.feed(pool, terms.plan(), terms.market(), prefix))
                .toList();
        feeder = new Feeder(bench, prefix, 5);
        done = new CommittedOffset(
                bench,
                bench.config(prefix, terms.settings()).applicationId(),
                Topic.PRICE_TICKS.fullName(prefix),
                spread.partitions());
    }

    /** Starts them and takes the rate. */
    public InstancesRound run() throws IOException, TimeoutException {
        feeds.forEach(feeder::create);
        while (children.size() < instances - 1) {
            start();
        }
        long begin = System.nanoTime();
        start();
        awaitShared();
        double joined = (System.nanoTime() - begin) / 1e9;
        int warmUp = effort.mostTicks() / 2;
        feeder.send(ticks(warmUp));
        awaitDone((long) warmUp * feeds.size());
        double rate = rate(ticks(effort.mostTicks()));
        awaitDone((long) feeds.get(0).tickCount() * feeds.size());
        return new InstancesRound(instances, rate, pools(), joined, faults());
    }

    private void start() throws IOException {
        int number = children.size() + 1;
        Child child =
                BallastProcess.start(bench.settings(prefix, terms.settings()), prefix + number, childHeap, folder);
        children.add(child);
        child.awaitRunning();
    }

    /** By turns, as pools take turns on a chain. */
    private List<FeedRecord> ticks(int each) {
        List<List<FeedRecord>> byPool =
                feeds.stream().map(feed -> feed.ticks(each)).toList();
        List<FeedRecord> all = new ArrayList<>(each * feeds.size());
        for (int i = 0; i < each; i++) {
            for (List<FeedRecord> ofPool : byPool) {
                all.add(ofPool.get(i));
            }
        }
        return all;
    }

    /** Ticks a second, from when all are there until the first partition is done. */
    private double rate(List<FeedRecord> ticks) throws TimeoutException {
        long eachPartition = (long) feeds.get(0).tickCount() * spread.perPartition();
        feeder.send(ticks);
        long[] now = done.byPartition();
        long first = Arrays.stream(now).sum();
        long begin = System.nanoTime();
        long last = first;
        long end = begin;
        while (Arrays.stream(now).allMatch(offset -> offset < eachPartition)) {
            last = Arrays.stream(now).sum();
            end = System.nanoTime();
            pause(begin, "the first partition");
            now = done.byPartition();
        }
        if (last == first) {
            throw new IllegalStateException("the work was over at first sight: give it more ticks");
        }
        return (last - first) * 1e9 / (end - begin);
    }

    private void awaitDone(long ticks) throws TimeoutException {
        long begin = System.nanoTime();
        while (done.getAsLong() < ticks) {
            pause(begin, ticks + " ticks");
        }
    }

    private void awaitShared() throws IOException, TimeoutException {
        long begin = System.nanoTime();
        for (List<Long> pools = pools(); !isShared(pools); pools = pools()) {
            pause(begin, "a share for each of " + children.size());
        }
    }

    private boolean isShared(List<Long> pools) {
        return !pools.contains(0L) && pools.stream().mapToLong(Long::longValue).sum() == feeds.size();
    }

    private List<Long> pools() throws IOException {
        List<Long> pools = new ArrayList<>();
        for (Child child : children) {
            pools.add(BallastProcess.pools(child));
        }
        return pools;
    }

    private void pause(long sinceNanos, String awaited) throws TimeoutException {
        if (!children.stream().allMatch(Child::isAlive)) {
            throw new IllegalStateException("a process has ended while " + awaited + " was awaited; see " + folder);
        }
        if (System.nanoTime() - sinceNanos > effort.patience().toNanos()) {
            throw new TimeoutException(awaited + " takes longer than " + effort.patience());
        }
        LockSupport.parkNanos(A_MOMENT_NANOS);
    }

    private List<String> faults() {
        PoolFeed first = feeds.get(0);
        Map<String, Claim> claims = new HashMap<>();
        for (int partition = 0; partition < spread.partitions(); partition++) {
            TopicPartition one = new TopicPartition(Topic.POSITION_RISK.fullName(prefix), partition);
            try (RiskTail output = new RiskTail(bench, one, terms.sample())) {
                output.catchUp();
                claims.putAll(output.claims(first));
            }
        }
        return new Oracle(first, Slack.PROMISED).faults(terms.sample(), claims);
    }

    @Override
    public void close() throws IOException {
        feeder.close();
        for (Child child : children) {
            child.close();
        }
    }
}
