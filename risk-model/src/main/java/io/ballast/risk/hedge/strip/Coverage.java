/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.stream.DoubleStream;

/**
 * How well a portfolio covers a loss at expiry: the independent check of every hedge, whatever made it.
 *
 * <p>Between two strikes of the portfolio g is straight and f convex. So the worst shortfall f - g is at a strike or at the
 * ends, and finitely many prices tell it for all; the greatest excess g - f is where f has the slope of g.
 *
 * @param worstShortfall  greatest f - g over all prices to be covered, dollars; not positive for a super-hedge. Infinite if the
 *     portfolio rises more slowly than the loss above all strikes and every price is to be covered
 * @param worstShortfallPrice  where; may be 0 or infinite
 * @param slopeShort  coins by which the portfolio rises more slowly than the loss above all strikes; not positive if it does not. A
 *     billionth of the coins of the loss is rounding
 * @param worstExcess  greatest g - f up to the price asked for: what is paid for and not needed
 * @param worstExcessPrice  where
 */
public record Coverage(
        double worstShortfall,
        double worstShortfallPrice,
        double slopeShort,
        double worstExcess,
        double worstExcessPrice) {

    private static final int HALVINGS = 60;

    /**
     * @param covered  the prices to be covered
     * @param excessUpTo  the excess is looked for up to here, finite
     */
    public static Coverage of(ConvexLoss loss, StripPortfolio portfolio, PriceSpan covered, double excessUpTo) {
        double slopeShort = loss.slopeAtInfinity() - portfolio.slopeAtInfinity();
        double[] shortfall = worstShortfall(loss, portfolio, covered);
        boolean unbounded =
                covered.unbounded() && !LossScale.of(loss, portfolio.forward()).isRoundingOfCoins(slopeShort);
        double[] excess = worstExcess(loss, portfolio, new PriceSpan(covered.lowest(), excessUpTo));
        return unbounded
                ? new Coverage(covered.highest(), covered.highest(), slopeShort, excess[0], excess[1])
                : new Coverage(shortfall[0], shortfall[1], slopeShort, excess[0], excess[1]);
    }

    /** What stays uncovered at worst, dollars: the shortfall, or 0 if there is none. */
    public double open() {
        return Math.max(0, worstShortfall);
    }

    /** Greatest f - g at both ends, an infinite one apart, and at the portfolio's strikes between; and where. */
    static double[] worstShortfall(ConvexLoss loss, StripPortfolio portfolio, PriceSpan covered) {
        double[] worst = {covered.lossAtLowest(loss) - portfolio.payoff(covered.lowest()), covered.lowest()};
        for (double price : ends(portfolio, covered)) {
            double shortfall = loss.at(price) - portfolio.payoff(price);
            if (shortfall > worst[0]) {
                worst = new double[] {shortfall, price};
            }
        }
        return worst;
    }

    private static double[] worstExcess(ConvexLoss loss, StripPortfolio portfolio, PriceSpan covered) {
        double[] worst = {portfolio.payoff(covered.lowest()) - covered.lossAtLowest(loss), covered.lowest()};
        double from = covered.lowest();
        for (double to : ends(portfolio, covered)) {
            double price = flattestGap(loss, portfolio, from, to);
            double excess = portfolio.payoff(price) - loss.at(price);
            if (excess > worst[0]) {
                worst = new double[] {excess, price};
            }
            from = to;
        }
        return worst;
    }

    /** Kinks inside, and the highest price if it is finite: where straight pieces end. */
    private static double[] ends(StripPortfolio portfolio, PriceSpan covered) {
        DoubleStream inside = DoubleStream.of(portfolio.kinks()).filter(covered::hasInside);
        return covered.unbounded()
                ? inside.toArray()
                : DoubleStream.concat(inside, DoubleStream.of(covered.highest()))
                        .toArray();
    }

    /** Where between two ends f has the slope that g has there; one of the ends if it has it nowhere. */
    private static double flattestGap(ConvexLoss loss, StripPortfolio portfolio, double from, double to) {
        double slope = (portfolio.payoff(to) - portfolio.payoff(from)) / (to - from);
        double low = from;
        double high = to;
        for (int i = 0; i < HALVINGS && high - low > 1e-12 * high; i++) {
            double middle = 0.5 * (low + high);
            if (loss.slope(middle) < slope) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
