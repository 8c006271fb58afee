/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.engine.FanOutEngine;
import io.ballast.benchmarks.engine.FlinkFanOut;
import io.ballast.benchmarks.engine.JetFanOut;
import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.workload.PoolFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs all cases in turns, and then the engines without Kafka. */
public final class Pipeline {

    private final Bench bench;
    private final PipelinePlan plan;
    private final Effort effort;
    private final Consumer<String> listener;

    /** @param listener  told how far it is */
    public Pipeline(Bench bench, PipelinePlan plan, Effort effort, Consumer<String> listener) {
        this.bench = bench;
        this.plan = plan;
        this.effort = effort;
        this.listener = listener;
    }

    /** All rounds, in the order in which they were run. */
    public List<Round> run(int rounds) throws Exception {
        List<Round> done = new ArrayList<>(new Turns(bench, effort, listener).run(plan.cases(), rounds));
        if (plan.inEngines() > 0) {
            runEngines(rounds, done);
        }
        return done;
    }

    private void runEngines(int rounds, List<Round> done) throws Exception {
        PoolFeed feed = PoolFeed.unwritten(plan.enginePlan(), plan.market());
        List<FanOutEngine> engines = List.of(new FlinkFanOut(), new JetFanOut());
        for (int round = 1; round <= rounds; round++) {
            for (FanOutEngine engine : engines) {
                listener.accept("round " + round + ": " + engine.name());
                Round result = new EngineCase(engine, feed, plan.engineTicks()).round(round);
                done.add(result);
                listener.accept(result.told());
            }
        }
    }
}
