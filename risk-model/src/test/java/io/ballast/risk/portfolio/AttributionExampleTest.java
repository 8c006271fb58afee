/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.hedge.FundingPayment;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.LinearPerpetual;
import io.ballast.risk.hedge.Listed;
import io.ballast.risk.journal.Journal;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The worked example of docs/concepts/attribution.md. */
class AttributionExampleTest {

    private static final ConcentratedCurve CURVE = ConcentratedCurve.between(1000, 1500, 2500);
    private static final LinearPerpetual PERPETUAL = Listed.LINEAR;

    private final LpAttribution position =
            new LpAttribution(new TokenPrices(2000, 1), CURVE.amount0(2000), CURVE.amount1(2000), 0, 0, 0);
    private final HedgeAttribution hedge = new HedgeAttribution(AttributedAccounts.of(
            new HedgeBook(new Journal()),
            Map.of(PERPETUAL.key(), new BigDecimal("2000")),
            Map.of("USDT", BigDecimal.ONE)));

    private void move(double from, double to) {
        position.move(new TokenPrices(to, 1), CURVE.impermanentLossSince(2000, to));
        position.lose(CURVE.rebalancingLoss(from, to));
        hedge.reprice(Map.of(PERPETUAL.key(), BigDecimal.valueOf(to)), Map.of());
    }

    private Attribution now() {
        return position.attribution().plus(hedge.attribution());
    }

    @Test
    void shouldHaveTheFiguresOfTheTable() {
        move(2000, 1900);
        position.earn(0.02, 40);
        position.pay(2.5);
        assertThat(CURVE.amount0(1900) - CURVE.amount0(2000)).isCloseTo(0.5809, within(5e-5));
        hedge.apply(Listed.fill("1", 1, PERPETUAL, "-0.581", "1900", "0.5"), PERPETUAL);
        assertRow(now(), -236.07, -28.67, 78.00, 0, 0, -3.00, -189.74, 28.67);
        move(1900, 1800);
        hedge.apply(new FundingPayment("f", 2, PERPETUAL.key(), new BigDecimal("0.2")), PERPETUAL);
        Attribution both = now();
        assertRow(both, -472.14, -117.77, 76.00, 58.10, 0.20, -3.00, -458.61, 59.68);
        assertThat(both.il().plus(both.hedge()).toDouble()).isCloseTo(-59.67, within(0.005));
        assertThat(both.total()).isEqualTo(position.result().plus(hedge.result()));
        assertThat(CarryReport.of(both, 1, 1, 1, 0).payoffRatio()).isCloseTo(0.49, within(0.005));
    }

    private static void assertRow(
            Attribution row,
            double price,
            double il,
            double fees,
            double hedge,
            double funding,
            double costs,
            double result,
            double lvr) {
        assertThat(row.price().toDouble()).isCloseTo(price, within(0.005));
        assertThat(row.il().toDouble()).isCloseTo(il, within(0.005));
        assertThat(row.fees().toDouble()).isCloseTo(fees, within(0.005));
        assertThat(row.hedge().toDouble()).isCloseTo(hedge, within(0.005));
        assertThat(row.funding().toDouble()).isCloseTo(funding, within(0.005));
        assertThat(row.premium().toDouble()).isZero();
        assertThat(row.costs().toDouble()).isCloseTo(costs, within(0.005));
        assertThat(row.total().toDouble()).isCloseTo(result, within(0.005));
        assertThat(row.lvr().toDouble()).isCloseTo(lvr, within(0.005));
    }
}
