/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.micro;

import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.risk.aggregate.Contribution;
import io.ballast.risk.aggregate.GroupTotals;
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

/** What a restart makes anew of the positions that it finds: the sums over a book, and the index of bands. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RestoreBenchmark {

    /** Positions. */
    @Param({"1000", "10000", "100000", "1000000"})
    private int positions;

    private Contribution[] contributions;

    @Setup
    public void open() {
        contributions = new PositionPlan(positions, 1)
                .positions()
                .map(PlannedPosition::contribution)
                .toArray(Contribution[]::new);
    }

    @Benchmark
    public int restoreSums() {
        GroupTotals book = new GroupTotals();
        for (Contribution contribution : contributions) {
            book.add(contribution);
        }
        return book.count();
    }

    @Benchmark
    public MeasuredBook restoreBands() {
        return new MeasuredBook(positions);
    }
}
