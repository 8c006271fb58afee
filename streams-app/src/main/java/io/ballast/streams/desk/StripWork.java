/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.ChordStrip;
import io.ballast.risk.hedge.strip.ConvexLoss;
import io.ballast.risk.hedge.strip.PriceSpan;
import io.ballast.risk.hedge.strip.StripHedge;
import io.ballast.risk.hedge.strip.StripPlanner;
import io.ballast.risk.hedge.strip.StripPortfolio;
import io.ballast.risk.hedge.strip.StripTerms;
import io.ballast.schema.OptionChain;
import io.ballast.schema.StripRecommendation;
import io.ballast.schema.StripTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One strip worked out: the losses of what a portfolio holds in pools of the coin, as one, against the options of one expiry.
 */
final class StripWork {

    /** A lot of so many contracts is whole but for rounding. */
    private static final double WHOLE = 1e-9;

    private final String portfolio;
    private final List<Holding> covered = new ArrayList<>();
    private final List<Holding> leftOut = new ArrayList<>();
    private final ExpiryHeld held;
    private final StripPolicy policy;
    private final ChainMarket market;

    /**
     * @param holdings  of the portfolio, in whatever pools
     * @param held  options of the chain's expiry that it has already
     * @param chain  one with a smile
     */
    StripWork(String portfolio, List<Holding> holdings, ExpiryHeld held, OptionChain chain, StripPolicy policy) {
        this.portfolio = portfolio;
        this.held = held;
        this.policy = policy;
        market = ChainMarket.of(chain, policy);
        String underlying = chain.getSurface().getUnderlying();
        holdings.stream()
                .filter(holding -> holding.coin().filter(underlying::equals).isPresent())
                .forEach(holding -> (holding.curve() == null ? leftOut : covered).add(holding));
    }

    StripRecommendation recommend(StripTrigger trigger) {
        ConvexLoss loss = ConvexLoss.sum(covered.stream().map(Holding::loss).toList());
        StripTerms terms = terms();
        StripPlanner planner = new StripPlanner(terms, grid());
        StripHedge hedge = policy.budget() > 0
                ? planner.forPremium(loss, market.market(), Math.max(0, policy.budget() - held.paid()))
                : planner.cheapest(loss, market.market());
        Optional<StripPortfolio> chord = ChordStrip.of(
                loss, market.market().quotes(), terms, market.market().forward());
        return new StripRecords(portfolio, policy, market, held, covered, leftOut).record(hedge, chord, trigger);
    }

    private StripTerms terms() {
        double forward = market.market().forward();
        return new StripTerms(
                policy.sellsOptions(),
                policy.usesForward(),
                policy.forwardCost() * forward,
                optionLot(),
                policy.forwardLot(),
                span(forward),
                held.options());
    }

    /** Whole contracts. */
    private double optionLot() {
        double contracts = Math.ceil(policy.optionLot() / market.lot() - WHOLE);
        return market.lot() * Math.max(1, contracts);
    }

    /** A premium is best spent on prices that can be told; a full cover covers all. */
    private PriceSpan span(double forward) {
        if (policy.budget() == 0) {
            return PriceSpan.ALL;
        }
        List<Double> grid = grid();
        double lowest = grid.get(0);
        double highest = grid.get(grid.size() - 1);
        return new PriceSpan(forward * (1 + Math.min(lowest, -0.1)), forward * (1 + Math.max(highest, 0.1)));
    }

    /** Lowest first; the forward itself is in it. */
    private List<Double> grid() {
        return Stream.concat(Stream.of(0.0), policy.gridShifts().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
