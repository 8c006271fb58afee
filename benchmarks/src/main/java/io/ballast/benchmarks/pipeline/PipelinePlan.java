/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is measured against what.
 *
 * @param sizes  positions in Ballast's books
 * @param desk  positions published of each
 * @param traced  each book once more, with traces
 * @param publishedWhole  sizes of books of which all positions are published
 * @param joined  positions in the foreign-key join
 * @param looped  positions in the loop
 * @param inEngines  positions in the engines without Kafka
 * @param engineTicks  ticks for each engine
 * @param seed  of the books
 * @param settings  of the applications, other than Ballast's defaults
 */
public record PipelinePlan(
        List<Integer> sizes,
        int desk,
        boolean traced,
        List<Integer> publishedWhole,
        int joined,
        int looped,
        int inEngines,
        int engineTicks,
        long seed,
        Market market,
        Map<String, String> settings) {

    /** The cases on Kafka, in the order in which each round takes them; 0 positions: left out. */
    List<CaseTerms> cases() {
        List<CaseTerms> cases = new ArrayList<>();
        cases.add(terms(Contestant.PASS_THROUGH, 1000, 1000));
        sizes.forEach(size -> {
            CaseTerms plain = terms(Contestant.BALLAST, size, Math.min(size, desk));
            cases.add(plain);
            if (traced) {
                cases.add(plain.traced());
            }
        });
        publishedWhole.stream()
                .filter(size -> size > desk || !sizes.contains(size))
                .forEach(size -> cases.add(terms(Contestant.BALLAST, size, size)));
        if (joined > 0) {
            cases.add(terms(Contestant.FOREIGN_KEY_JOIN, joined, joined));
        }
        if (looped > 0) {
            cases.add(terms(Contestant.LOOP, looped, looped));
        }
        return cases;
    }

    PositionPlan enginePlan() {
        return new PositionPlan(inEngines, seed);
    }

    private CaseTerms terms(Contestant contestant, int positions, int published) {
        return new CaseTerms(contestant, new PositionPlan(positions, seed), published, market, settings);
    }
}
