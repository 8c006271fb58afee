/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionKind;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Covers what rounding and sizes have left open: above all strikes by the forward or by calls, else at the worst price by whichever is
 * cheaper of more options and cash set aside, until nothing is open.
 */
final class TopUp {

    private static final int MOST_STEPS = 100;

    private final ConvexLoss loss;
    private final StripMarket market;
    private final StripTerms terms;
    private final LossScale scale;
    private final WholeLots lots;

    TopUp(ConvexLoss loss, StripMarket market, StripTerms terms) {
        this.loss = loss;
        this.market = market;
        this.terms = terms;
        this.scale = LossScale.of(loss, market.forward());
        this.lots = new WholeLots(terms);
    }

    StripPortfolio cover(StripPortfolio portfolio) {
        StripPortfolio covered = coverAbove(portfolio);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] worst = Coverage.worstShortfall(loss, covered, terms.covered());
            if (worst[0] <= 0) {
                return covered;
            }
            covered = coverAt(covered, worst[0], worst[1]);
        }
        return covered.withCash(Math.max(0, Coverage.worstShortfall(loss, covered, terms.covered())[0]));
    }

    /** Rises as fast as the loss above all strikes, if the forward or calls allow; only where every price is to be covered. */
    StripPortfolio coverAbove(StripPortfolio portfolio) {
        double missing = loss.slopeAtInfinity() - portfolio.slopeAtInfinity();
        if (!terms.covered().unbounded() || scale.isRoundingOfCoins(missing)) {
            return portfolio;
        }
        if (terms.usesForward()) {
            return portfolio.withForward(terms.roundUpToForwardLot(missing));
        }
        return cheapest(portfolio, option -> option.kind() == OptionKind.CALL, option -> option.ask()
                        .price())
                .map(call -> coverAbove(portfolio.with(call, lotsOf(portfolio, call, missing))))
                .orElse(portfolio);
    }

    private StripPortfolio coverAt(StripPortfolio portfolio, double shortfall, double price) {
        Optional<OptionQuote> option = cheapest(
                portfolio,
                quote -> quote.payoff(price) > 0,
                quote -> quote.ask().price() / quote.payoff(price));
        if (option.isEmpty() || scale.isRounding(shortfall)) {
            return portfolio.withCash(shortfall);
        }
        double quantity =
                lotsOf(portfolio, option.get(), shortfall / option.get().payoff(price));
        double premium = quantity * option.get().ask().price();
        return premium < shortfall ? portfolio.with(option.get(), quantity) : portfolio.withCash(shortfall);
    }

    private Optional<OptionQuote> cheapest(
            StripPortfolio portfolio, Predicate<OptionQuote> usable, ToDoubleFunction<OptionQuote> cost) {
        return market.quotes().stream()
                .filter(quote -> lots.leftToBuy(portfolio, quote) > 0)
                .filter(usable)
                .min(Comparator.comparingDouble(cost));
    }

    private double lotsOf(StripPortfolio portfolio, OptionQuote option, double needed) {
        return Math.min(terms.roundUpToOptionLot(needed), lots.leftToBuy(portfolio, option));
    }
}
