/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;

/** Spends what whole lots have left of a premium, a lot at a time, where it lowers the worst shortfall most. */
final class Budget {

    private static final int MOST_LOTS = 200;

    private final ConvexLoss loss;
    private final StripMarket market;
    private final StripTerms terms;
    private final double premium;
    private final WholeLots lots;

    Budget(ConvexLoss loss, StripMarket market, StripTerms terms, double premium) {
        this.loss = loss;
        this.market = market;
        this.terms = terms;
        this.premium = premium;
        this.lots = new WholeLots(terms);
    }

    StripPortfolio spend(StripPortfolio portfolio) {
        StripPortfolio best = coverAbove(trim(portfolio));
        for (int bought = 0; bought < MOST_LOTS; bought++) {
            Optional<StripPortfolio> better = oneLotMore(best);
            if (better.isEmpty()) {
                return best;
            }
            best = better.get();
        }
        return best;
    }

    /** The solver keeps the budget up to its rounding only: gives lots back until it is kept. */
    private StripPortfolio trim(StripPortfolio portfolio) {
        StripPortfolio kept = portfolio;
        while (kept.premium() > premium) {
            StripLeg dearest = Collections.max(kept.legs(), Comparator.comparingDouble(StripLeg::price));
            kept = kept.with(dearest.option(), -Math.min(terms.optionLot(), dearest.quantity()));
        }
        return kept;
    }

    /** Above all strikes a shortfall has no limit, so that comes first: the forward, or the cheapest calls. */
    private StripPortfolio coverAbove(StripPortfolio portfolio) {
        if (terms.usesForward()) {
            return new TopUp(loss, market, terms).coverAbove(portfolio);
        }
        StripPortfolio best = portfolio;
        Optional<OptionQuote> call = cheapestCall(best);
        while (call.isPresent() && risesTooSlowly(best)) {
            best = best.with(call.get(), terms.optionLot());
            call = cheapestCall(best);
        }
        return best;
    }

    private boolean risesTooSlowly(StripPortfolio portfolio) {
        double missing = loss.slopeAtInfinity() - portfolio.slopeAtInfinity();
        return terms.covered().unbounded()
                && !LossScale.of(loss, market.forward()).isRoundingOfCoins(missing);
    }

    private Optional<OptionQuote> cheapestCall(StripPortfolio portfolio) {
        return market.quotes().stream()
                .filter(quote -> quote.kind() == OptionKind.CALL)
                .filter(quote -> lots.leftToBuy(portfolio, quote) > 0 && affordable(portfolio, quote))
                .min(Comparator.comparingDouble(quote -> quote.ask().price()));
    }

    private Optional<StripPortfolio> oneLotMore(StripPortfolio portfolio) {
        double least = shortfall(portfolio)
                - LossScale.ROUNDING * LossScale.of(loss, market.forward()).dollars();
        StripPortfolio best = null;
        for (OptionQuote option : market.quotes()) {
            if (lots.leftToBuy(portfolio, option) > 0 && affordable(portfolio, option)) {
                StripPortfolio candidate = portfolio.with(option, terms.optionLot());
                if (shortfall(candidate) < least) {
                    least = shortfall(candidate);
                    best = candidate;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean affordable(StripPortfolio portfolio, OptionQuote option) {
        return portfolio.premium() + terms.optionLot() * option.ask().price() <= premium;
    }

    /** More than covered is not better than covered. */
    private double shortfall(StripPortfolio portfolio) {
        return Math.max(0, Coverage.worstShortfall(loss, portfolio, terms.covered())[0]);
    }
}
