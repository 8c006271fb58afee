/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.testdata.PublishedCase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StepTest {

    private static final BigDecimal Q96 = new BigDecimal(BigInteger.ONE.shiftLeft(96));
    private static final MathContext DIGITS = new MathContext(80);

    @TestFactory
    Stream<DynamicTest> published() {
        return PublishedCase.tests(Map.of("lvr_path", StepTest::path));
    }

    private static Map<String, ?> path(PublishedCase c) {
        BigInteger lower = sqrtX96(c.real("pa"));
        BigInteger upper = sqrtX96(c.real("pb"));
        List<BigInteger> prices = StreamSupport.stream(c.inputs().get("prices").spliterator(), false)
                .map(price -> sqrtX96(price.doubleValue()))
                .toList();
        LossMeasure sum = LossMeasure.ZERO;
        for (int i = 1; i < prices.size(); i++) {
            sum = sum.plus(part(prices.get(i - 1), prices.get(i), lower, upper));
        }
        return Map.of("lvr", sum.times(c.integer("L")).token1(0));
    }

    /** A copy of the fee code's loop would value each segment at its own end: that is another, smaller number. */
    @Test
    void shouldValueEverySegmentAtTheFinalPrice() {
        BigInteger start = sqrtX96(1);
        BigInteger middle = sqrtX96(1.21);
        BigInteger end = sqrtX96(1.44);
        Step step = step(start, end, Marks.NONE);

        double atFinalPrice = step.upTo(middle).lvr().token1(0);
        double atItsOwnEnd = step(start, middle, Marks.NONE).whole().lvr().token1(0);

        assertThat(step.whole().lvr().token1(0)).isCloseTo(0.2 * 0.2, within(1e-15));
        assertThat(atFinalPrice).isCloseTo(0.2 * 0.2 - 0.1 * 0.1 / 1.1, within(1e-15));
        assertThat(atItsOwnEnd).isCloseTo(0.1 * 0.1, within(1e-15));
        assertThat(atItsOwnEnd + step(middle, end, Marks.NONE).whole().lvr().token1(0))
                .isLessThan(0.2 * 0.2);
    }

    /** The measure of a segment [u, v] is (v - u) |t^2 - u v| / (u v), less than two units of 2^-160 away. */
    @Property(tries = 500)
    void shouldBeTheDefinition(@ForAll long seed) {
        Random random = new Random(seed);
        BigInteger start = anyPrice(random);
        BigInteger end = random.nextBoolean() ? anyPrice(random) : near(start, random);
        Step step = step(start, end, Marks.NONE);
        BigInteger one = between(start, end, random);
        BigInteger other = between(start, end, random);
        boolean inOrder =
                one.subtract(start).abs().compareTo(other.subtract(start).abs()) <= 0;
        BigInteger from = inOrder ? one : other;
        BigInteger to = inOrder ? other : one;

        BigInteger measure =
                step.upTo(to).lvr().token1X160().subtract(step.upTo(from).lvr().token1X160());

        BigInteger product = from.multiply(to);
        BigInteger exact = to.subtract(from)
                .abs()
                .multiply(end.multiply(end).subtract(product).abs())
                .shiftLeft(64);
        assertThat(measure.signum()).isNotNegative();
        assertThat(measure.multiply(product).subtract(exact).abs())
                .isLessThanOrEqualTo(product.multiply(BigInteger.TWO));
    }

    /** Against a market price Q: token0 sold, at Q, less the token1 paid for it; with Q = t^2 it is the loss itself. */
    @Property(tries = 300)
    void shouldMeasureMarkoutAgainstTheMarket(@ForAll long seed) {
        Random random = new Random(seed);
        BigInteger start = anyPrice(random);
        BigInteger end = near(start, random);
        BigInteger market = anyPrice(random).pow(2);
        Step step = step(start, end, new Marks(0, null, market));

        BigDecimal sold = new BigDecimal(market)
                .multiply(new BigDecimal(end.subtract(start)))
                .divide(new BigDecimal(start.multiply(end)), DIGITS);
        BigDecimal expected = sold.subtract(new BigDecimal(end.subtract(start)));
        BigDecimal actual = new BigDecimal(step.whole().markout().token1X160())
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(64)), DIGITS);
        assertThat(actual.subtract(expected).abs().multiply(new BigDecimal(BigInteger.ONE.shiftLeft(63))))
                .isLessThanOrEqualTo(BigDecimal.ONE.add(expected.abs().movePointLeft(40)));
        Step atFinalPrice = step(start, end, new Marks(0, null, end.multiply(end)));
        assertThat(atFinalPrice.whole().markout().token1X160())
                .isEqualTo(atFinalPrice.whole().lvr().token1X160());
    }

    /** IL = -LVR + the P&amp;L of holding x(P_k) - hx of token0 from each price to the next. */
    @Property(tries = 100)
    void shouldExplainImpermanentLossStepByStep(@ForAll long seed) {
        Random random = new Random(seed);
        BigDecimal a = new BigDecimal("0.8");
        BigDecimal b = new BigDecimal("1.3");
        BigDecimal s = new BigDecimal("1.05");
        BigDecimal held0 = amount0(s, a, b);
        BigDecimal held1 = amount1(s, a, b);
        BigDecimal hedge = BigDecimal.ZERO;
        LossMeasure lvr = LossMeasure.ZERO;
        for (int i = 0; i < 50; i++) {
            BigDecimal t = s.multiply(BigDecimal.valueOf(Math.exp(0.2 * random.nextGaussian())))
                    .round(new MathContext(20));
            lvr = lvr.plus(part(x96(s), x96(t), x96(a), x96(b)));
            hedge = hedge.add(amount0(s, a, b).subtract(held0).multiply(t.pow(2).subtract(s.pow(2))));
            s = t;
        }
        BigDecimal il = amount0(s, a, b)
                .subtract(held0)
                .multiply(s.pow(2))
                .add(amount1(s, a, b))
                .subtract(held1);
        assertThat(il.subtract(hedge).negate().doubleValue())
                .isCloseTo(lvr.token1(0), within(1e-20 + 1e-13 * lvr.token1(0)));
    }

    @Test
    void shouldKeepItsWayInPlaceOfALossWithoutAPrice() {
        BigInteger one = sqrtX96(1);
        BigInteger two = sqrtX96(4);

        Losses losses = step(one, two, Marks.NONE).whole();
        Losses priced = step(one, two, Marks.NONE.withUsdPerToken1(3).withMarketPrice(4, 18, 18))
                .whole();

        assertThat(losses.lvr().unpricedX96()).isEqualTo(one);
        assertThat(losses.lvr().usdX256()).isZero();
        assertThat(losses.markout()).isEqualTo(new LossMeasure(BigInteger.ZERO, BigInteger.ZERO, one));
        assertThat(priced.lvr().complete()).isTrue();
        assertThat(priced.lvr().token1(0)).isEqualTo(1);
        assertThat(priced.lvr().usd(0)).isEqualTo(3);
        assertThat(priced.markout().token1(0)).isEqualTo(1);
        assertThat(priced.markout().usd(0)).isEqualTo(3);
    }

    private static Step step(BigInteger start, BigInteger end, Marks marks) {
        return new Step(start, end, marks, new StepArithmetic());
    }

    private static LossMeasure part(BigInteger start, BigInteger end, BigInteger lower, BigInteger upper) {
        Step step = step(start, end, Marks.NONE);
        return step.upTo(end.max(lower).min(upper))
                .lvr()
                .minus(step.upTo(start.max(lower).min(upper)).lvr());
    }

    private static BigDecimal amount0(BigDecimal s, BigDecimal a, BigDecimal b) {
        BigDecimal inside = s.max(a).min(b);
        return BigDecimal.ONE.divide(inside, DIGITS).subtract(BigDecimal.ONE.divide(b, DIGITS));
    }

    private static BigDecimal amount1(BigDecimal s, BigDecimal a, BigDecimal b) {
        return s.max(a).min(b).subtract(a);
    }

    /** From 2^-60 to 2^60. */
    private static BigInteger anyPrice(Random random) {
        return new BigInteger(36 + random.nextInt(120), random).setBit(35);
    }

    private static BigInteger near(BigInteger price, Random random) {
        return price.add(price.shiftRight(random.nextInt(30))
                        .multiply(BigInteger.valueOf(random.nextInt(9)))
                        .shiftRight(4))
                .add(BigInteger.valueOf(random.nextInt(3)));
    }

    private static BigInteger between(BigInteger start, BigInteger end, Random random) {
        return start.add(end.subtract(start)
                .multiply(BigInteger.valueOf(random.nextInt(1_001)))
                .divide(BigInteger.valueOf(1_000)));
    }

    private static BigInteger x96(BigDecimal sqrtPrice) {
        return sqrtPrice.multiply(Q96).toBigInteger();
    }

    private static BigInteger sqrtX96(double price) {
        return x96(BigDecimal.valueOf(price).sqrt(DIGITS));
    }
}
