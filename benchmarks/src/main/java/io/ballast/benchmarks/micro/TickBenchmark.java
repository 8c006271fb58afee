/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.micro;

import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.risk.band.MeasuredBook;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One tick through a book: replaying its swap to the unit, and looking whose publication band it leaves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TickBenchmark {

    /** Positions. */
    @Param({"1000", "10000", "100000", "1000000"})
    private int positions;

    private MeasuredBook bands;
    private TwoSwaps inside;
    private TwoSwaps crossing;

    @Setup
    public void open() {
        PositionPlan plan = new PositionPlan(positions, 1);
        bands = new MeasuredBook(positions);
        inside = new TwoSwaps(plan, false);
        crossing = new TwoSwaps(plan, true);
    }

    /** All of a tick that concerns nobody. */
    @Benchmark
    public int tickInsideAllBands() {
        requireExact(inside.replay());
        return bands.tickInside();
    }

    /** A tick that concerns nobody but crosses a boundary, where positions begin or end. */
    @Benchmark
    public int tickCrossingBoundary() {
        requireExact(crossing.replay());
        return bands.tickInside();
    }

    /** A tick that takes ten positions out of their bands: ten sets of figures and ten new bands. */
    @Benchmark
    public int tickFiringTenBands() {
        requireExact(inside.replay());
        return bands.tickFiring();
    }

    /** The part of bands in the first. */
    @Benchmark
    public int bandsInside() {
        return bands.tickInside();
    }

    /** The part of the pool in the first. */
    @Benchmark
    public boolean replayInside() {
        return inside.replay();
    }

    /** The part of the pool in the second. */
    @Benchmark
    public boolean replayCrossing() {
        return crossing.replay();
    }

    private static void requireExact(boolean exact) {
        if (!exact) {
            throw new IllegalStateException("a swap did not come out to the unit");
        }
    }
}
