/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** The promise of {@link BandIndex}, against looking at every position at every tick. */
class PublicationPromiseTest {

    private static final int TICKS = 20_000;
    private static final long HEARTBEAT_MS = 3_600_000;
    private static final long BLOCK_MS = 12_000;
    private static final Tolerances NONE = new Tolerances(0, 0, 0, 0);

    private final List<Followed> followed = new ArrayList<>();
    private BandIndex index;
    private long nowMs;
    private long looks;
    private long vain;
    private long old;

    /** A subject, how to see the truth of it, and what was published of it. */
    private static final class Followed {
        private int id;
        private DoubleFunction<Figures> truth;
        private DoubleFunction<Segment> segment;
        private DoubleSupplier fullDelta;
        private Figures published;
        private long publishedMs;

        void follow(SamplePosition position) {
            truth = position::figures;
            segment = position::segment;
            fullDelta = position::fullDelta;
        }

        void follow(SampleGroup group) {
            truth = group::figures;
            segment = group::segment;
            fullDelta = group::fullDelta;
        }
    }

    @Test
    void shouldKeepEveryPositionWithinToleranceOrFresh() {
        SampleMarket market = new SampleMarket(20240607, 420);
        index = new BandIndex(Tolerances.DEFAULT, HEARTBEAT_MS);
        market.positions.forEach(position -> add().follow(position));
        run(market, TICKS, Tolerances.DEFAULT, which -> followed.get(which).follow(market.positions.get(which)));
        report("positions");
        assertTrue(vain < looks / 100, "Bands are hardly ever early: " + vain + " of " + looks);
        assertTrue(looks < (long) TICKS * followed.size() / 4, "Most positions need no look at most ticks: " + looks);
    }

    @Test
    void shouldKeepEveryGroupWithinToleranceOrFresh() {
        SampleMarket market = new SampleMarket(7, 400);
        index = new BandIndex(Tolerances.DEFAULT, HEARTBEAT_MS);
        regroup(market);
        run(market, TICKS / 4, Tolerances.DEFAULT, which -> {
            int group = which % 8;
            followed.get(group).follow(group(market, group));
            index.due(followed.get(group).id);
        });
        report("groups");
    }

    @Test
    void shouldKeepThePromiseThroughReorgs() {
        SampleMarket market = new SampleMarket(12, 200);
        market.mostFees = 1e-5;
        index = new BandIndex(Tolerances.DEFAULT, HEARTBEAT_MS);
        market.positions.forEach(position -> add().follow(position));
        for (int fork = 0; fork < 60; fork++) {
            runPositions(market, 50);
            SampleMarket atFork = market.copy();
            long forkMs = nowMs;
            Set<Integer> changed = runPositions(market, 30);
            market.become(atFork);
            nowMs = forkMs;
            index.rewind(forkMs + 1);
            changed.forEach(which -> index.due(followed.get(which).id));
            for (int i = 0; i < followed.size(); i++) {
                followed.get(i).follow(market.positions.get(i));
            }
        }
        report("reorgs");
    }

    private Set<Integer> runPositions(SampleMarket market, int ticks) {
        Set<Integer> changed = new HashSet<>();
        run(market, ticks, Tolerances.DEFAULT, which -> {
            followed.get(which).follow(market.positions.get(which));
            changed.add(which);
        });
        return changed;
    }

    @Test
    void shouldHoldForOtherTolerances() {
        for (Tolerances tolerances : List.of(
                new Tolerances(1e-3, 1e-5, 1e-2, 1e-2),
                new Tolerances(0.2, 0.05, 0.3, 0.1),
                new Tolerances(1e-7, 1e-8, 1e-6, 1e-7))) {
            followed.clear();
            SampleMarket market = new SampleMarket(99, 100);
            index = new BandIndex(tolerances, 0);
            market.positions.forEach(position -> add().follow(position));
            run(market, TICKS / 5, tolerances, which -> followed.get(which).follow(market.positions.get(which)));
        }
        report("other tolerances");
    }

    @Test
    void shouldPublishEveryChange_whenToleranceIsZero() {
        SampleMarket market = new SampleMarket(5, 60);
        index = new BandIndex(NONE, 0);
        market.positions.forEach(position -> add().follow(position));
        run(market, 2_000, NONE, which -> followed.get(which).follow(market.positions.get(which)));
        followed.forEach(one -> assertEquals(one.truth.apply(market.sqrtPrice), one.published));
    }

    private Followed add() {
        Followed one = new Followed();
        one.id = index.add();
        assertEquals(followed.size(), one.id);
        followed.add(one);
        return one;
    }

    private void regroup(SampleMarket market) {
        for (int i = 0; i < 8; i++) {
            add().follow(group(market, i));
        }
    }

    private static SampleGroup group(SampleMarket market, int number) {
        SampleGroup group = new SampleGroup();
        for (int i = number; i < market.positions.size(); i += 8) {
            group.members.add(market.positions.get(i));
        }
        return group;
    }

    private void run(SampleMarket market, int ticks, Tolerances tolerances, IntConsumer changed) {
        for (int tick = 0; tick < ticks; tick++) {
            nowMs += BLOCK_MS;
            market.tick();
            if (tick % 40 == 0) {
                int which = market.changeOne();
                changed.accept(which);
                index.due(which % followed.size());
            }
            index.move(market.sqrtPrice, market.feeClock, nowMs);
            serve(market.sqrtPrice);
            check(market.sqrtPrice, tolerances, tick);
        }
    }

    private void serve(double sqrtPrice) {
        for (int id = index.pollDue(); id != BandIndex.NONE; id = index.pollDue()) {
            Followed one = followed.get(id);
            Figures now = one.truth.apply(sqrtPrice);
            Segment segment = one.segment.apply(sqrtPrice);
            looks++;
            if (index.stillQuiet(id, now, segment.fullDelta())) {
                vain++;
            } else {
                old += one.published != null && nowMs - one.publishedMs >= HEARTBEAT_MS ? 1 : 0;
                one.published = now;
                one.publishedMs = nowMs;
                index.published(id, now);
            }
            index.quiet(id, segment, now);
        }
    }

    private void check(double sqrtPrice, Tolerances tolerances, int tick) {
        for (Followed one : followed) {
            Figures now = one.truth.apply(sqrtPrice);
            Limits limits = tolerances.limits(one.published, one.fullDelta.getAsDouble());
            boolean stale = tolerances == Tolerances.DEFAULT && nowMs - one.publishedMs >= HEARTBEAT_MS;
            if (stale || !limits.hold(one.published, now)) {
                throw new AssertionError("Tick " + tick + ", subject " + one.id + ": published " + one.published
                        + " at " + one.publishedMs + ", true " + now + " at " + nowMs + ", limits " + limits);
            }
        }
    }

    private void report(String what) {
        System.out.printf(
                "%s: %d looks, %d published nothing (%.2f %%), %d after an hour or more%n",
                what, looks, vain, 100.0 * vain / looks, old);
    }
}
