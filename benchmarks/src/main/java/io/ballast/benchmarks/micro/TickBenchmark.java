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

/**
 * One tick through a book: replaying its swap to the unit, and looking whose publication band it leaves. What holds the book
 * is made of its own for each method, so that none waits for what it does not use.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TickBenchmark {

    /** The bands of a book. */
    @State(Scope.Thread)
    public static class Bands {

        @Param({"1000", "10000", "100000", "1000000"})
        private int positions;

        private MeasuredBook book;

        @Setup
        public void open() {
            book = new MeasuredBook(positions);
        }
    }

    /** The pool of a book, with a swap between two boundaries. */
    @State(Scope.Thread)
    public static class Inside {

        private TwoSwaps pool;

        @Setup
        public void open(Bands bands) {
            pool = new TwoSwaps(new PositionPlan(bands.positions, 1), false);
        }
    }

    /** The pool of a book, with a swap across a boundary, where positions begin or end. */
    @State(Scope.Thread)
    public static class Crossing {

        private TwoSwaps pool;

        @Setup
        public void open(Bands bands) {
            pool = new TwoSwaps(new PositionPlan(bands.positions, 1), true);
        }
    }

    /** All of a tick that concerns nobody. */
    @Benchmark
    public int tickInsideAllBands(Bands bands, Inside swaps) {
        requireExact(swaps.pool.replay());
        return bands.book.tickInside();
    }

    /** A tick that concerns nobody but crosses a boundary. */
    @Benchmark
    public int tickCrossingBoundary(Bands bands, Crossing swaps) {
        requireExact(swaps.pool.replay());
        return bands.book.tickInside();
    }

    /** A tick that takes ten positions out of their bands: ten sets of figures and ten new bands. */
    @Benchmark
    public int tickFiringTenBands(Bands bands, Inside swaps) {
        requireExact(swaps.pool.replay());
        return bands.book.tickFiring();
    }

    /** The part of bands in the first. */
    @Benchmark
    public int bandsInside(Bands bands) {
        return bands.book.tickInside();
    }

    /** The part of the pool in the first. */
    @Benchmark
    public boolean replayInside(Bands bands, Inside swaps) {
        return swaps.pool.replay();
    }

    /** The part of the pool in the second. */
    @Benchmark
    public boolean replayCrossing(Bands bands, Crossing swaps) {
        return swaps.pool.replay();
    }

    private static void requireExact(boolean exact) {
        if (!exact) {
            throw new IllegalStateException("a swap did not come out to the unit");
        }
    }
}
