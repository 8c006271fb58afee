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
        double forwardCoins = terms.nearestForwardLot(portfolio.forwardCoins());
        return new StripPortfolio(legs, forwardCoins, portfolio.forward(), portfolio.cash(), portfolio.held());
    }

    /** Whole lots of an option that can still be bought. */
    double leftToBuy(StripPortfolio portfolio, OptionQuote option) {
        return Math.max(0, terms.mostToBuy(option) - Math.max(0, portfolio.quantity(option)));
    }

    private StripPortfolio rounded(StripPortfolio portfolio, ToDoubleFunction<StripLeg> lots) {
        double forwardCoins = terms.roundUpToForwardLot(portfolio.forwardCoins());
        StripPortfolio rounded =
                new StripPortfolio(List.of(), forwardCoins, portfolio.forward(), portfolio.cash(), portfolio.held());
        for (StripLeg leg : portfolio.legs()) {
            double bought = Math.min(lots.applyAsDouble(leg), terms.mostToBuy(leg.option()));
            double quantity = Math.max(bought, -terms.mostToSell(leg.option()));
            rounded = quantity == 0 ? rounded : rounded.with(leg.option(), quantity);
        }
        return rounded;
    }
}
