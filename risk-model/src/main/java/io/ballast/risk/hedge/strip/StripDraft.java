/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.hedge.strip.StripReason.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One hedge in the making: its inputs and what there is to say on it. Mutable and single-threaded. */
final class StripDraft {

    private final ConvexLoss loss;
    private final StripMarket market;
    private final StripTerms terms;
    private final List<Double> gridShifts;
    private final LossScale scale;
    private final List<StripReason> reasons = new ArrayList<>();

    StripDraft(ConvexLoss loss, StripMarket market, StripTerms terms, List<Double> gridShifts) {
        this.loss = loss;
        this.market = market;
        this.terms = terms;
        this.gridShifts = gridShifts;
        this.scale = LossScale.of(loss, market.forward());
    }

    void say(Code code, Map<String, Double> figures) {
        reasons.add(StripReason.of(code, figures));
    }

    void sayRounding(double costBefore, double costAfter) {
        if (!scale.isRounding(Math.abs(costAfter - costBefore))) {
            say(Code.ROUNDED_TO_LOTS, Map.of("costBefore", costBefore, "costAfter", costAfter));
        }
    }

    LossScale scale() {
        return scale;
    }

    StripPortfolio empty() {
        return StripPortfolio.before(market.forward(), terms.held());
    }

    TopUp topUp() {
        return new TopUp(loss, market, terms);
    }

    WholeLots wholeLots() {
        return new WholeLots(terms);
    }

    double cost(StripPortfolio portfolio) {
        return portfolio.premium() + forwardCost(portfolio) + portfolio.cash();
    }

    /** Excess is looked for over the grid, the strikes and the prices to be covered. */
    Coverage coverage(StripPortfolio portfolio) {
        double upTo = Math.max(market.forward(), 2 * terms.covered().lowest());
        for (double kink : portfolio.kinks()) {
            upTo = Math.max(upTo, kink);
        }
        for (double shift : gridShifts) {
            upTo = Math.max(upTo, market.forward() * (1 + shift));
        }
        return Coverage.of(
                loss, portfolio, terms.covered(), Math.min(upTo, terms.covered().highest()));
    }

    StripHedge finish(StripPortfolio found) {
        StripPortfolio portfolio = wholeLots().exactly(found);
        Coverage coverage = coverage(portfolio);
        sayWhatIsOpen(portfolio, coverage);
        StripGreeks greeks = StripGreeks.of(portfolio, market.smile());
        return new StripHedge(
                portfolio,
                portfolio.premium(),
                portfolio.premium() * market.discount(),
                forwardCost(portfolio),
                coverage,
                greeks,
                new TreeMap<>(Map.of(market.yearsToExpiry(), greeks.vega())),
                payoffs(portfolio),
                List.copyOf(reasons));
    }

    private void sayWhatIsOpen(StripPortfolio portfolio, Coverage coverage) {
        if (!scale.isRounding(portfolio.cash())) {
            say(Code.CASH_SET_ASIDE, Map.of("cash", portfolio.cash()));
        }
        if (coverage.worstShortfall() == Double.POSITIVE_INFINITY) {
            say(Code.NOT_COVERED_ABOVE, Map.of("coins", coverage.slopeShort()));
        } else if (!scale.isRounding(coverage.worstShortfall())) {
            say(
                    Code.NOT_COVERED,
                    Map.of("shortfall", coverage.worstShortfall(), "price", coverage.worstShortfallPrice()));
        }
    }

    private List<PayoffPoint> payoffs(StripPortfolio portfolio) {
        return gridShifts.stream()
                .map(shift -> market.forward() * (1 + shift))
                .map(price -> payoff(portfolio, price))
                .toList();
    }

    private PayoffPoint payoff(StripPortfolio portfolio, double price) {
        double lost = loss.at(price);
        double paid = portfolio.payoff(price);
        return new PayoffPoint(price, lost, paid, paid - lost - cost(portfolio));
    }

    private double forwardCost(StripPortfolio portfolio) {
        return Math.abs(portfolio.forwardCoins()) * terms.forwardCost();
    }
}
