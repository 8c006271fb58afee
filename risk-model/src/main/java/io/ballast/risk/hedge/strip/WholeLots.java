/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Quantities that can be traded: within the sizes on offer and in whole lots. What is bought is rounded up and what is sold down,
 * so that options pay no less than before; the forward is rounded up, so that losses above all strikes stay covered.
 */
final class WholeLots {

    private final StripTerms terms;

    WholeLots(StripTerms terms) {
        this.terms = terms;
    }

    /** Never less than asked for, unless the size on offer is less. */
    StripPortfolio atLeast(StripPortfolio portfolio) {
        return rounded(
                portfolio,
                leg -> leg.quantity() > 0
                        ? terms.roundUpToOptionLot(leg.quantity())
                        : -terms.roundDownToOptionLot(-leg.quantity()));
    }

    /** Never more than asked for of what is bought. */
    StripPortfolio atMost(StripPortfolio portfolio) {
        return rounded(portfolio, leg -> terms.roundDownToOptionLot(leg.quantity()));
    }

    /** What is in whole lots but for the rounding of sums, in whole lots; by strike, puts before calls. */
    StripPortfolio exactly(StripPortfolio portfolio) {
        List<StripLeg> legs = portfolio.legs().stream()
                .map(leg -> new StripLeg(leg.option(), terms.nearestOptionLot(leg.quantity())))
                .sorted(Comparator.comparingDouble(
                                (StripLeg leg) -> leg.option().strike())
                        .thenComparing(leg -> leg.option().kind(), Comparator.reverseOrder()))
                .toList();
        return new StripPortfolio(
                legs, terms.nearestForwardLot(portfolio.forwardCoins()), portfolio.forward(), portfolio.cash());
    }

    /** Whole lots of an option that can still be bought. */
    double leftToBuy(StripPortfolio portfolio, OptionQuote option) {
        if (!option.buyable()) {
            return 0;
        }
        return Math.max(0, mostToBuy(option) - Math.max(0, portfolio.quantity(option)));
    }

    private StripPortfolio rounded(StripPortfolio portfolio, ToDoubleFunction<StripLeg> lots) {
        double forwardCoins = terms.roundUpToForwardLot(portfolio.forwardCoins());
        StripPortfolio rounded = new StripPortfolio(List.of(), forwardCoins, portfolio.forward(), portfolio.cash());
        for (StripLeg leg : portfolio.legs()) {
            double quantity = Math.min(lots.applyAsDouble(leg), mostToBuy(leg.option()));
            rounded = quantity == 0 ? rounded : rounded.with(leg.option(), quantity);
        }
        return rounded;
    }

    private double mostToBuy(OptionQuote option) {
        if (!option.buyable()) {
            return 0;
        }
        double size = option.ask().size();
        return Double.isInfinite(size) ? size : terms.roundDownToOptionLot(size);
    }
}
