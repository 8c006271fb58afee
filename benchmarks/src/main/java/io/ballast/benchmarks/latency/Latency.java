/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.latency;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.pipeline.CaseTerms;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.pipeline.KafkaCase;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.streams.config.BallastKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Ballast and the pass-through in turns, at the same rates, under both guarantees. Of Ballast's book one position is
 * published, and that at every tick.
 */
public final class Latency {

    private static final List<String> PROFILES = List.of(BallastKeys.LATENCY, BallastKeys.EXACT);
    private static final List<Contestant> COMPARED = List.of(Contestant.PASS_THROUGH, Contestant.BALLAST);
    private static final int ONE = 1;

    private final Bench bench;
    private final PositionPlan plan;
    private final Market market;
    private final Map<String, String> given;
    private final Effort effort;
    private final Consumer<String> listener;

    /** @param listener  told how far it is */
    public Latency(
            Bench bench,
            PositionPlan plan,
            Market market,
            Map<String, String> given,
            Effort effort,
            Consumer<String> listener) {
        this.bench = bench;
        this.plan = plan;
        this.market = market;
        this.given = given;
        this.effort = effort;
        this.listener = listener;
    }

    /** All rounds, in the order in which they were run. */
    public List<LatencyRound> run(int rounds, List<Integer> rates) throws Exception {
        List<KafkaCase> open = new ArrayList<>();
        try {
            List<LatencyCase> cases = new ArrayList<>();
            for (String profile : PROFILES) {
                for (Contestant contestant : COMPARED) {
                    KafkaCase measured = new KafkaCase(bench, terms(contestant, profile), profile + ".", effort);
                    open.add(measured);
                    cases.add(new LatencyCase(bench, measured, profile, effort));
                }
            }
            return run(cases, rounds, rates);
        } finally {
            open.forEach(KafkaCase::close);
        }
    }

    private List<LatencyRound> run(List<LatencyCase> cases, int rounds, List<Integer> rates) throws Exception {
        List<LatencyRound> done = new ArrayList<>();
        for (int number = 1; number <= rounds; number++) {
            for (int rate : rates) {
                for (LatencyCase one : cases) {
                    LatencyRound round = one.round(number, rate);
                    done.add(round);
                    listener.accept(String.format(
                            "round %d: %s, %s, %d/s: p50 %.1f ms, p99 %.1f ms",
                            number, round.title(), round.profile(), rate, round.p50Ms(), round.p99Ms()));
                }
            }
        }
        return done;
    }

    private CaseTerms terms(Contestant contestant, String profile) {
        Map<String, String> settings = new HashMap<>(everyTick());
        settings.put(BallastKeys.PROFILE, profile);
        settings.putAll(given);
        return new CaseTerms(contestant, plan, ONE, market, settings);
    }

    /** Settings by which every change is published, however small: all tolerances 0. */
    public static Map<String, String> everyTick() {
        Map<String, String> settings = new HashMap<>();
        BallastKeys.definition().names().stream()
                .filter(name -> name.startsWith("ballast.tolerance."))
                .forEach(name -> settings.put(name, "0"));
        return settings;
    }
}
