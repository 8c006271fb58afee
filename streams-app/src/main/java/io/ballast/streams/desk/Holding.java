/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.book.ConcentratedGroupCurve;
import io.ballast.risk.book.GroupCurve;
import io.ballast.risk.book.ShareGroupCurve;
import io.ballast.risk.hedge.strip.ConvexLoss;
import io.ballast.risk.hedge.strip.CurveLoss;
import io.ballast.risk.hedge.strip.GroupLoss;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.CurveLeg;
import io.ballast.risk.scenario.GroupLeg;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.QuadraticBook;
import io.ballast.schema.CurveState;
import io.ballast.schema.PortfolioCurve;
import io.ballast.streams.record.PortfolioCurveAdapter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What one portfolio holds in one pool.
 *
 * @param curve  null where it is not told
 * @param totals  of a concentrated pool; null of others
 * @param asset0  what token0 stands for
 * @param dollar0  true if that is a dollar
 */
record Holding(
        String portfolio,
        String poolId,
        CurveState state,
        GroupCurve curve,
        GroupTotals totals,
        String asset0,
        String asset1,
        boolean dollar0,
        boolean dollar1,
        Instant time,
        boolean simulated) {

    private static final String TOKEN0 = "token0";
    private static final String TOKEN1 = "token1";

    /** @throws IllegalArgumentException if the record makes no sense */
    static Holding of(PortfolioCurve record, Assets assets) {
        String path = new PortfolioPath(record.getPortfolio()).path();
        GroupCurve curve = PortfolioCurveAdapter.curve(record).orElse(null);
        return new Holding(
                path,
                record.getPoolId(),
                record.getState(),
                curve,
                curve instanceof ConcentratedGroupCurve concentrated ? concentrated.totals() : null,
                assets.asset(record.getToken0()),
                assets.asset(record.getToken1()),
                assets.isDollar(record.getToken0()),
                assets.isDollar(record.getToken1()),
                record.getEventTime(),
                record.getSimulated());
    }

    /** The coin of a pool of a coin and a dollar; empty in other pools. */
    Optional<String> coin() {
        if (dollar0 == dollar1) {
            return Optional.empty();
        }
        return Optional.of(dollar0 ? asset1 : asset0);
    }

    boolean coinIsToken0() {
        return dollar1;
    }

    /** What it loses against holding, by the coin's price; only with a curve and a coin. */
    ConvexLoss loss() {
        if (curve instanceof ConcentratedGroupCurve concentrated) {
            return new GroupLoss(totals, concentrated.decimals0(), concentrated.decimals1(), coinIsToken0());
        }
        ShareGroupCurve share = (ShareGroupCurve) curve;
        return new CurveLoss(share.curve(), share.partWithoutFees(), share.hodl0(), share.hodl1(), coinIsToken0());
    }

    /**
     * What it is worth; only with a curve.
     *
     * @param price  token1 per token0
     */
    double valueInToken1(double price) {
        return leg().value(Market.at(Map.of(TOKEN0, price, TOKEN1, 1.0)));
    }

    private BookLeg leg() {
        if (curve instanceof ConcentratedGroupCurve concentrated) {
            return new GroupLeg(totals, concentrated.decimals0(), concentrated.decimals1(), TOKEN0, TOKEN1);
        }
        return new CurveLeg(((ShareGroupCurve) curve).curve(), TOKEN0, TOKEN1);
    }

    /** Worth in dollars by the coin's price as pieces of parabolas in its root; empty where it has another form. */
    Optional<QuadraticBook> quadratic() {
        return QuadraticBook.of(curve).map(book -> coinIsToken0() ? book : book.inverted());
    }
}
