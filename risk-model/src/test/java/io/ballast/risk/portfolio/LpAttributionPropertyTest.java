/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.curve.concentrated.ConcentratedCurve;
import io.ballast.risk.sum.ExactSum;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The terms add up to a result that is worked out without them, on every path of prices, deposits and withdrawals. */
class LpAttributionPropertyTest {

    private static final double LOWER = 1500;
    private static final double UPPER = 2500;

    @Property(tries = 300)
    void shouldAddUpToTheResult(@ForAll Random random) {
        PathOfPosition path = new PathOfPosition(random);
        for (int step = 0; step < 30; step++) {
            path.step(random);
        }
        Attribution attribution = path.attribution.attribution();
        assertThat(attribution.total()).isEqualTo(path.attribution.result());
        assertThat(attribution.total().toDouble()).isCloseTo(path.result(), within(1e-9 * path.turnover));
    }

    @Property(tries = 100)
    void shouldBringNoResultByMovingMoneyAlone(@ForAll Random random) {
        PathOfPosition path = new PathOfPosition(random);
        path.deposit(random);
        path.withdraw(random);
        assertThat(path.attribution.attribution().total().toDouble()).isCloseTo(0, within(1e-9 * path.turnover));
    }

    /** IL + result of holding hodl - x over each step = - LVR on the steps: price of token1 at 1. */
    @Property(tries = 200)
    void shouldBeMinusLvrWithAnIlNeutralHedge(@ForAll Random random) {
        ConcentratedCurve curve = ConcentratedCurve.between(1000, LOWER, UPPER);
        double price = price(random);
        double hodl0 = curve.amount0(price);
        LpAttribution position = new LpAttribution(new TokenPrices(price, 1), hodl0, curve.amount1(price), 0, 0, 0);
        double entry = price;
        double ilHedge = 0;
        double deltaHedge = 0;
        double lvr = 0;
        for (int step = 0; step < 50; step++) {
            double next = price(random);
            ilHedge += (hodl0 - curve.amount0(price)) * (next - price);
            deltaHedge -= curve.amount0(price) * (next - price);
            lvr += curve.rebalancingLoss(price, next);
            position.move(new TokenPrices(next, 1), curve.impermanentLossSince(entry, next));
            position.lose(curve.rebalancingLoss(price, next));
            price = next;
        }
        Attribution attribution = position.attribution();
        double tolerance = 1e-9 * (lvr + 1000);
        assertThat(attribution.il().toDouble() + ilHedge).isCloseTo(-lvr, within(tolerance));
        assertThat(attribution.total().toDouble() + deltaHedge).isCloseTo(-lvr, within(tolerance));
        assertThat(curve.value(price) - curve.value(entry) + deltaHedge).isCloseTo(-lvr, within(tolerance));
        assertThat(attribution.lvr().toDouble()).isCloseTo(lvr, within(tolerance));
    }

    private static double price(Random random) {
        return 1200 + 1700 * random.nextDouble();
    }

    /** A position that is valued from its curve alone, beside the attribution. */
    private static final class PathOfPosition {

        private final LpAttribution attribution;
        private double liquidity = 100;
        private double hodl0;
        private double hodl1;
        private double price;
        private double price1 = 1;
        private double owed0 = 0.5;
        private double owed1 = 300;
        private final double start;
        private double in;
        private double turnover;

        PathOfPosition(Random random) {
            price = price(random);
            hodl0 = curve().amount0(1800);
            hodl1 = curve().amount1(1800);
            attribution = new LpAttribution(prices(), hodl0, hodl1, il(), owed0, owed1);
            start = worth();
            turnover = Math.abs(start);
        }

        double result() {
            return worth() - start - in;
        }

        void step(Random random) {
            switch (random.nextInt(6)) {
                case 0 -> deposit(random);
                case 1 -> withdraw(random);
                case 2 -> {
                    owed0 += 0.01;
                    owed1 += 20;
                    attribution.earn(0.01, 20);
                }
                case 3 -> collect();
                case 4 -> {
                    attribution.pay(3.25);
                    in += 3.25;
                }
                default -> move(random);
            }
        }

        void deposit(Random random) {
            double added = 100 * random.nextDouble();
            double amount0 = curve().amount0(price) / liquidity * added;
            double amount1 = curve().amount1(price) / liquidity * added;
            liquidity += added;
            hodl0 += amount0;
            hodl1 += amount1;
            attribution.deposit(amount0, amount1, il());
            flow(amount0, amount1);
        }

        void withdraw(Random random) {
            double fraction = random.nextDouble() * 0.9;
            double amount0 = curve().amount0(price) * fraction;
            double amount1 = curve().amount1(price) * fraction;
            liquidity *= 1 - fraction;
            hodl0 *= 1 - fraction;
            hodl1 *= 1 - fraction;
            attribution.withdraw(fraction, amount0, amount1, il());
            flow(-amount0, -amount1);
        }

        private void collect() {
            attribution.collect(owed0, owed1);
            flow(-owed0, -owed1);
            owed0 = 0;
            owed1 = 0;
        }

        private void move(Random random) {
            price = price(random);
            price1 = 0.9 + 0.2 * random.nextDouble();
            attribution.move(prices(), il());
        }

        private void flow(double amount0, double amount1) {
            double worth = (amount0 * price + amount1) * price1;
            in += worth;
            turnover += Math.abs(worth) + worth();
        }

        private double worth() {
            return (curve().value(price) + owed0 * price + owed1) * price1;
        }

        private double il() {
            return curve().impermanentLoss(hodl0, hodl1, price);
        }

        private TokenPrices prices() {
            return new TokenPrices(price * price1, price1);
        }

        private ConcentratedCurve curve() {
            return ConcentratedCurve.between(liquidity, LOWER, UPPER);
        }
    }

    @Property(tries = 50)
    void shouldAddUpOverPositionsAndIntervals(@ForAll Random random) {
        Attribution sum = Attribution.NONE;
        ExactSum results = ExactSum.ZERO;
        for (int i = 0; i < 5; i++) {
            PathOfPosition path = new PathOfPosition(random);
            path.step(random);
            path.step(random);
            sum = sum.plus(path.attribution.attribution());
            results = results.plus(path.attribution.result());
        }
        assertThat(sum.total()).isEqualTo(results);
    }
}
