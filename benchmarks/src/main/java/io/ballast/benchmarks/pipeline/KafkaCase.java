/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.CommittedOffset;
import io.ballast.benchmarks.kafka.Feeder;
import io.ballast.benchmarks.kafka.RiskTail;
import io.ballast.benchmarks.oracle.Oracle;
import io.ballast.benchmarks.topology.MeasuredApplication;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * One application with one book. In each round it is started where it left off, warmed up, stopped, and started again over
 * ticks that lie ready; then a sample of what it published is recomputed. Mutable and single-threaded.
 */
public final class KafkaCase implements AutoCloseable {

    private static final int FIRST_TICKS = 1;
    private static final int GROWTH = 8;
    private static final double WARM_UP_SECONDS_AT_ONCE = 2;

    private final Bench bench;
    private final CaseTerms terms;
    private final Effort effort;
    private final String prefix;
    private final BallastConfig config;
    private final PoolFeed feed;
    private final Feeder feeder;
    private final List<PlannedPosition> sample;
    private final RiskTail output;
    private final Progress progress;
    private boolean loaded;

    /** @param group  put before the names of its topics, so that the same terms can be measured in two ways */
    public KafkaCase(Bench bench, CaseTerms terms, String group, Effort effort) {
        this.bench = bench;
        this.terms = terms;
        this.effort = effort;
        prefix = group + terms.prefix();
        Contestant who = terms.contestant();
        bench.createTopics(prefix);
        who.ownTopics(prefix).forEach(bench::createTopic);
        config = bench.config(prefix, terms.settings());
        feed = bench.feed(terms.plan(), terms.market(), prefix);
        feeder = new Feeder(bench, prefix, 5, terms.headers());
        sample = terms.sample();
        output = new RiskTail(bench, who.outputTopic(prefix), sample);
        progress = who.revaluesAll()
                ? Progress.byOutput(output, terms.plan().size())
                : Progress.byInput(
                        new CommittedOffset(bench, config.applicationId(), Topic.PRICE_TICKS.fullName(prefix)));
    }

    public CaseTerms terms() {
        return terms;
    }

    public PoolFeed feed() {
        return feed;
    }

    public Feeder feeder() {
        return feeder;
    }

    /** Where its results come out. */
    public String outputTopic() {
        return terms.contestant().outputTopic(prefix);
    }

    /** Starts the application; it knows the whole book then. */
    public MeasuredApplication startLoaded() throws InterruptedException, TimeoutException {
        MeasuredApplication application = terms.contestant().start(bench, config);
        try {
            load(application);
            return application;
        } catch (RuntimeException | InterruptedException | TimeoutException e) {
            application.close();
            throw e;
        }
    }

    /** What is wrong with what was published, once all of it was read. */
    public List<String> caughtUpFaults() {
        output.catchUp();
        return faults();
    }

    /** @throws TimeoutException if something takes longer than it may */
    public Round round(int number) throws InterruptedException, TimeoutException {
        double rate = warmUp();
        int ticks = (int) Math.max(FIRST_TICKS, Math.min(effort.mostTicks(), rate * seconds(effort.measured())));
        output.catchUp();
        long before = output.seen();
        send(ticks);
        double perSecond;
        try (MeasuredApplication application = start()) {
            perSecond = await(application, ticks).perSecond();
        }
        List<String> faults = caughtUpFaults();
        double publishedPerTick = (double) (output.seen() - before) / ticks;
        return new Round(terms, number, ticks, perSecond, publishedPerTick, faults);
    }

    /** Ticks in bigger and bigger portions; loading the book does not count. */
    private double warmUp() throws InterruptedException, TimeoutException {
        try (MeasuredApplication application = startLoaded()) {
            long begin = System.nanoTime();
            int ticks = FIRST_TICKS;
            while (true) {
                long sent = System.nanoTime();
                send(ticks);
                Samples samples = await(application, ticks);
                double rate = samples.perSecondOr(ticks * 1e9 / (System.nanoTime() - sent));
                if (System.nanoTime() - begin > effort.warmUp().toNanos()) {
                    return rate;
                }
                double next = Math.min(rate * WARM_UP_SECONDS_AT_ONCE, (double) ticks * GROWTH);
                ticks = (int) Math.max(FIRST_TICKS, Math.min(effort.mostTicks(), next));
            }
        }
    }

    private MeasuredApplication start() {
        return terms.contestant().start(bench, config);
    }

    private void load(MeasuredApplication application) throws InterruptedException, TimeoutException {
        application.awaitRunning(effort.patience());
        if (loaded) {
            return;
        }
        Contestant who = terms.contestant();
        who.load(feeder, feed, prefix);
        CommittedOffset deposits = new CommittedOffset(bench, config.applicationId(), who.positionsTopic(prefix));
        Progress loading = Progress.byInput(deposits);
        if (who.readsPositions()) {
            await(application, loading, new Samples(0, terms.plan().size()));
        }
        loaded = true;
    }

    private void send(int ticks) {
        feeder.send(feed.ticks(ticks));
    }

    /** Until all ticks sent so far are done, the last few of which are new. */
    private Samples await(MeasuredApplication application, int newTicks) throws TimeoutException {
        return await(application, progress, new Samples(feed.tickCount() - newTicks, feed.tickCount()));
    }

    private Samples await(MeasuredApplication application, Progress done, Samples samples) throws TimeoutException {
        long begin = System.nanoTime();
        while (!samples.isComplete()) {
            double now = done.ticksDone();
            samples.add(System.nanoTime(), now);
            if (application.failure().isPresent()) {
                throw new IllegalStateException(
                        terms.title() + " failed", application.failure().orElseThrow());
            }
            if (System.nanoTime() - begin > effort.patience().toNanos()) {
                throw new TimeoutException(
                        terms.title() + " had come to " + samples.done() + " after " + effort.patience());
            }
        }
        return samples;
    }

    private List<String> faults() {
        return terms.contestant() == Contestant.PASS_THROUGH
                ? PassedTicks.faults(output.seen(), feed.tickCount())
                : new Oracle(feed, terms.contestant().slack()).faults(sample, output.claims(feed));
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    @Override
    public void close() {
        feeder.close();
        output.close();
    }
}
