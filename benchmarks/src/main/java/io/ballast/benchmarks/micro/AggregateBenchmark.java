/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.micro;

import io.ballast.benchmarks.workload.MeasuredPool;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.risk.aggregate.Contribution;
import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.aggregate.LadderRung;
import io.ballast.risk.aggregate.SpotLadder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A book as one: taking a position in and out again, and asking for its figures at one price and at many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AggregateBenchmark {

    private static final int CHANGED = 1024;

    /** Positions. */
    @Param({"1000", "10000", "100000", "1000000"})
    private int positions;

    private final GroupTotals book = new GroupTotals();
    private final SpotLadder ladder =
            new SpotLadder(List.of(-0.5, -0.3, -0.2, -0.1, -0.05, -0.01, 0.0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5));
    private final Contribution[] changed = new Contribution[CHANGED];
    private int next;

    @Setup
    public void open() {
        PositionPlan plan = new PositionPlan(positions, 1);
        plan.positions().forEach(position -> book.add(position.contribution()));
        PositionPlan others = new PositionPlan(CHANGED, 2);
        others.sample(CHANGED)
                .forEach(index -> changed[index] = others.position(index).contribution());
    }

    @Benchmark
    public int mintAndBurn() {
        next = (next + 1) % CHANGED;
        book.add(changed[next]);
        book.subtract(changed[next]);
        return book.count();
    }

    @Benchmark
    public GroupFigures figuresAtPrice() {
        return book.at(MeasuredPool.FIRST_SQRT_PRICE_X96);
    }

    /** Thirteen prices. */
    @Benchmark
    public List<LadderRung> spotLadder() {
        return ladder.of(book, MeasuredPool.FIRST_SQRT_PRICE_X96);
    }
}
