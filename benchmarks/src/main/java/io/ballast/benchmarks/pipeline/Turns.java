/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.kafka.Bench;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Measures cases in turns, so that what drifts shows. Each takes up its own topics and stores where it left them. */
public final class Turns {

    private final Bench bench;
    private final Effort effort;
    private final Consumer<String> listener;

    /** @param listener  told how far it is */
    public Turns(Bench bench, Effort effort, Consumer<String> listener) {
        this.bench = bench;
        this.effort = effort;
        this.listener = listener;
    }

    /** All rounds, in the order in which they were run. */
    public List<Round> run(List<CaseTerms> terms, int rounds) throws Exception {
        List<KafkaCase> cases = new ArrayList<>();
        List<Round> done = new ArrayList<>();
        try {
            terms.forEach(one -> cases.add(new KafkaCase(bench, one, "", effort)));
            for (int round = 1; round <= rounds; round++) {
                for (KafkaCase measured : cases) {
                    listener.accept("round " + round + ": " + measured.terms().title());
                    Round result = measured.round(round);
                    done.add(result);
                    listener.accept(result.told());
                }
            }
        } finally {
            cases.forEach(KafkaCase::close);
        }
        return done;
    }
}
