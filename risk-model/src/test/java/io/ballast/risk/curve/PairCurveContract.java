/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static io.ballast.risk.curve.Exact.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every pool of two assets: its figures are those of a reference in 100 digits. */
public abstract class PairCurveContract extends HoldingCurveContract {

    private static final double FIGURES = 1e-12;

    /** A random holding and prices. */
    protected abstract PairCase pairCase(Random random);

    @Override
    protected final HoldingCurve curve(Random random) {
        return pairCase(random).curve();
    }

    @Override
    protected final double[] prices(HoldingCurve curve, Random random) {
        double price1 = Math.exp(random.nextGaussian());
        return new double[] {price1 * Math.exp(random.nextGaussian()), price1};
    }

    @Property(tries = 150)
    void shouldHoldTheAmountsOfTheReference(@ForAll long seed) {
        PairCase random = pairCase(new Random(seed));
        BigDecimal price = Exact.of(random.price());

        assertNear(
                "amount0",
                random.curve().amount0(random.price()),
                random.exact().amount0(price),
                FIGURES);
        assertNear(
                "amount1",
                random.curve().amount1(random.price()),
                random.exact().amount1(price),
                FIGURES);
        assertNear("value", random.curve().value(random.price()), random.exact().value(price), FIGURES);
    }

    @Property(tries = 100)
    void shouldHaveTheDeltaAndGammaOfFiniteDifferences(@ForAll long seed) {
        PairCase random = pairCase(new Random(seed));
        BigDecimal price = Exact.of(random.price());

        assertNear("delta", random.curve().delta(random.price()), random.exact().delta(price), FIGURES);
        assertNear("gamma", random.curve().gamma(random.price()), random.exact().gamma(price), FIGURES);
    }

    @Property(tries = 150)
    void shouldLoseWhatTheReferenceLosesInAStep(@ForAll long seed) {
        PairCase random = pairCase(new Random(seed));
        BigDecimal from = Exact.of(random.price());
        BigDecimal to = Exact.of(random.to());
        BigDecimal loss = random.exact().rebalancingLoss(from, to);

        assertNear("loss", random.curve().rebalancingLoss(random.price(), random.to()), loss, FIGURES);
        assertNear(
                "impermanent loss",
                random.curve().impermanentLossSince(random.price(), random.to()),
                loss.negate(),
                FIGURES);
    }

    @Property(tries = 100)
    void shouldAgreeWithTheInterfaceOfManyAssets(@ForAll long seed) {
        Random chance = new Random(seed);
        PairCase random = pairCase(chance);
        double price1 = Math.exp(chance.nextGaussian());
        double[] prices = {random.price() * price1, price1};
        double price = prices[0] / prices[1];

        assertThat(random.curve().value(prices)).isEqualTo(random.curve().value(price) * price1);
        assertThat(random.curve().deltas(prices))
                .containsExactly(random.curve().amount0(price), random.curve().amount1(price));
        assertThat(random.curve().gammas(prices)[0][0]).isEqualTo(random.curve().gamma(price) / price1);
    }
}
