/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.hedge.strip.SampleStrips.Problem;
import io.ballast.risk.hedge.strip.StripReason.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the loss and the quotes: covered at every price, never dearer than chords, in whole lots. */
class SuperHedgePropertyTest {

    private static final List<Double> GRID = List.of(-0.5, -0.2, 0.0, 0.2, 0.5, 1.0);

    @Property(tries = 300)
    void coversTheLossAtEveryPrice_forNoMoreThanChords(@ForAll Random random) {
        Problem problem = SampleStrips.problem(random);
        double coins = LossScale.of(problem.loss(), problem.market().forward()).coins();
        StripTerms terms = StripTerms.plain(coins * 1e-6, coins * 1e-6);
        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(problem.loss(), problem.market());
        assertCovered(problem, hedge);
        StripPortfolio chords = ChordStrip.of(
                        problem.loss(),
                        problem.market().quotes(),
                        terms,
                        problem.market().forward())
                .orElseThrow();
        double lots = 1e-6 * coins * problem.market().forward() * 60;
        assertThat(hedge.cost()).isLessThanOrEqualTo(chords.premium() + chords.cash() + lots);
    }

    /** With a forward and cash there always is an answer: the solver must not miss one. */
    @Property(tries = 300)
    void theProgrammeFindsAnAnswerThatHolds(@ForAll Random random) {
        Problem problem = SampleStrips.problem(random);
        StripTerms terms = new StripTerms(random.nextBoolean(), true, 0, 1e-12, 1e-12, PriceSpan.ALL);
        Optional<StripPortfolio> found = new SuperHedgeProgramme(problem.loss(), problem.market(), terms).cheapest();
        assertThat(found).isPresent();
        LossScale scale = LossScale.of(problem.loss(), problem.market().forward());
        Coverage coverage = Coverage.of(problem.loss(), found.get(), PriceSpan.ALL, scale.price());
        assertThat(coverage.worstShortfall()).isLessThanOrEqualTo(1e-9 * scale.dollars());
    }

    @Property(tries = 200)
    void roundedToCoarseLotsItStillCovers(@ForAll Random random) {
        Problem problem = SampleStrips.problem(random);
        double coins = LossScale.of(problem.loss(), problem.market().forward()).coins();
        double lot = coins * Math.pow(10, -3 * random.nextDouble());
        StripTerms terms = new StripTerms(
                random.nextBoolean(), true, problem.market().forward() * 1e-4, lot, lot / 7, PriceSpan.ALL);
        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(problem.loss(), problem.market());
        assertCovered(problem, hedge);
        for (StripLeg leg : hedge.portfolio().legs()) {
            double lots = leg.quantity() / lot;
            assertThat(Math.abs(lots - Math.rint(lots))).isLessThan(1e-6);
        }
        double forwardLots = hedge.portfolio().forwardCoins() / (lot / 7);
        assertThat(Math.abs(forwardLots - Math.rint(forwardLots))).isLessThan(1e-6);
    }

    @Property(tries = 100)
    void withoutAForwardItCoversTheSpan(@ForAll Random random) {
        Problem problem = SampleStrips.problem(random);
        double coins = LossScale.of(problem.loss(), problem.market().forward()).coins();
        double highest = problem.market().forward() * (1.5 + 2 * random.nextDouble());
        double lowest = random.nextBoolean() ? 0 : problem.market().forward() * random.nextDouble();
        StripTerms terms = new StripTerms(false, false, 0, coins * 1e-3, 1, new PriceSpan(lowest, highest));
        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(problem.loss(), problem.market());
        LossScale scale = LossScale.of(problem.loss(), problem.market().forward());
        assertThat(hedge.portfolio().forwardCoins()).isZero();
        for (int i = 1; i <= 4000; i++) {
            double price = lowest + (highest - lowest) * i / 4000;
            assertThat(hedge.portfolio().payoff(price) - problem.loss().at(price))
                    .isGreaterThanOrEqualTo(-1e-9 * scale.dollars());
        }
    }

    @Property(tries = 100)
    void morePremiumNeverLeavesMoreOpen_andIsNotOverspent(@ForAll Random random) {
        Problem problem = SampleStrips.problem(random);
        double coins = LossScale.of(problem.loss(), problem.market().forward()).coins();
        StripPlanner planner = new StripPlanner(StripTerms.plain(coins * 1e-5, coins * 1e-5), GRID);
        double full = planner.cheapest(problem.loss(), problem.market()).premium();
        double open = Double.POSITIVE_INFINITY;
        for (double part : new double[] {0, 0.25, 0.5, 1}) {
            double budget = Math.max(0, full) * part;
            StripHedge hedge = planner.forPremium(problem.loss(), problem.market(), budget);
            assertThat(hedge.says(Code.NO_PROGRAMME_ANSWER)).isFalse();
            assertThat(hedge.premium()).isLessThanOrEqualTo(budget * (1 + 1e-9));
            double rounding = 1e-3 * coins * problem.market().forward();
            assertThat(hedge.coverage().open()).isLessThanOrEqualTo(open + rounding);
            open = hedge.coverage().open();
        }
    }

    /** Bought and sold before, quoted still or not: what is traded beyond it covers, for no more than by chords. */
    @Property(tries = 200)
    void beyondWhatIsHeldItCoversTheLossAtEveryPrice(@ForAll Random random) {
        Problem problem = SampleStrips.problem(random);
        double coins = LossScale.of(problem.loss(), problem.market().forward()).coins();
        StripTerms terms = new StripTerms(
                random.nextBoolean(), true, 0, coins * 1e-6, coins * 1e-6, PriceSpan.ALL, held(random, problem, coins));
        StripHedge hedge = new StripPlanner(terms, GRID).cheapest(problem.loss(), problem.market());
        assertCovered(problem, hedge);
        double lots = 1e-6 * coins * problem.market().forward() * 60;
        ChordStrip.of(
                        problem.loss(),
                        problem.market().quotes(),
                        terms,
                        problem.market().forward())
                .ifPresent(chords ->
                        assertThat(hedge.cost()).isLessThanOrEqualTo(chords.premium() + chords.cash() + lots));
    }

    private static HeldOptions held(Random random, Problem problem, double coins) {
        List<HeldOptions.Held> held = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            List<OptionQuote> quotes = problem.market().quotes();
            OptionQuote quote = quotes.get(random.nextInt(quotes.size()));
            double strike = random.nextInt(4) == 0 ? quote.strike() * 1.01 : quote.strike();
            held.add(new HeldOptions.Held(quote.kind(), strike, coins * random.nextGaussian()));
        }
        return HeldOptions.of(held);
    }

    private static void assertCovered(Problem problem, StripHedge hedge) {
        LossScale scale = LossScale.of(problem.loss(), problem.market().forward());
        double forward = problem.market().forward();
        assertThat(hedge.says(Code.NOT_COVERED)).isFalse();
        assertThat(hedge.says(Code.NOT_COVERED_ABOVE)).isFalse();
        for (int i = 1; i <= 3000; i++) {
            double price = forward * i / 1000;
            assertSlack(problem, hedge, price, scale);
            assertSlack(problem, hedge, forward * Math.pow(1e6, i / 3000.0), scale);
        }
        assertThat(hedge.coverage().worstShortfall()).isLessThanOrEqualTo(1e-9 * scale.dollars());
    }

    private static void assertSlack(Problem problem, StripHedge hedge, double price, LossScale scale) {
        double unit = scale.dollars() * Math.max(1, price / scale.price());
        assertThat(hedge.portfolio().payoff(price) - problem.loss().at(price))
                .as("slack at %s", price)
                .isGreaterThanOrEqualTo(-2e-9 * unit);
    }
}
