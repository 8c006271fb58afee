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
            kept = oneLotLess(kept, dearest);
        }
        return kept;
    }

    /** Above all strikes a shortfall has no limit, so that comes first: the forward, or the cheapest calls, for puts if need be. */
    private StripPortfolio coverAbove(StripPortfolio portfolio) {
        if (terms.usesForward()) {
            return new TopUp(loss, market, terms).coverAbove(portfolio);
        }
        StripPortfolio best = portfolio;
        while (risesTooSlowly(best)) {
            Optional<OptionQuote> call = cheapestCall(best);
            Optional<StripLeg> put = dearestPut(best);
            if (call.isEmpty() || !affordable(best, call.get()) && put.isEmpty()) {
                return best;
            }
            best = affordable(best, call.get())
                    ? best.with(call.get(), terms.optionLot())
                    : oneLotLess(best, put.get());
        }
        return best;
    }

    private StripPortfolio oneLotLess(StripPortfolio portfolio, StripLeg leg) {
        return portfolio.with(leg.option(), -Math.min(terms.optionLot(), leg.quantity()));
    }

    private static Optional<StripLeg> dearestPut(StripPortfolio portfolio) {
        return portfolio.legs().stream()
                .filter(leg -> leg.option().kind() == OptionKind.PUT)
                .max(Comparator.comparingDouble(StripLeg::price));
    }

    private boolean risesTooSlowly(StripPortfolio portfolio) {
        double missing = loss.slopeAtInfinity() - portfolio.slopeAtInfinity();
        return terms.covered().unbounded()
                && !LossScale.of(loss, market.forward()).isRoundingOfCoins(missing);
    }

    private Optional<OptionQuote> cheapestCall(StripPortfolio portfolio) {
        return market.quotes().stream()
                .filter(quote -> quote.kind() == OptionKind.CALL)
                .filter(quote -> lots.leftToBuy(portfolio, quote) > 0)
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
