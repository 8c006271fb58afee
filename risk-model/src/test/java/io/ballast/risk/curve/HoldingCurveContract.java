/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every kind of pool whatever its curve: consequences of being the least worth of all points of a curve. */
public abstract class HoldingCurveContract {

    private static final double ROUNDING = 1e-12;

    /** A random holding. */
    protected abstract HoldingCurve curve(Random random);

    /** Random prices for it. */
    protected abstract double[] prices(HoldingCurve curve, Random random);

    @Property(tries = 100)
    void shouldBeWorthWhatItConsistsOf(@ForAll long seed) {
        Random random = new Random(seed);
        HoldingCurve curve = curve(random);
        double[] prices = prices(curve, random);

        assertThat(curve.worth(curve.amounts(prices), prices))
                .isCloseTo(curve.value(prices), within(ROUNDING * curve.value(prices)));
        assertThat(curve.deltas(prices)).containsExactly(curve.amounts(prices));
    }

    @Property(tries = 100)
    void shouldBeHomogeneous(@ForAll long seed) {
        Random random = new Random(seed);
        HoldingCurve curve = curve(random);
        double[] prices = prices(curve, random);
        double[] doubled = Arrays.stream(prices).map(price -> 2 * price).toArray();

        assertThat(curve.value(doubled)).isCloseTo(2 * curve.value(prices), within(ROUNDING * curve.value(prices)));
        assertThat(curve.rebalancingLoss(prices, doubled)).isCloseTo(0, within(1e-25 * curve.value(prices)));
    }

    @Property(tries = 100)
    void shouldBeConcave(@ForAll long seed) {
        Random random = new Random(seed);
        HoldingCurve curve = curve(random);
        double[] prices = prices(curve, random);
        double[][] gammas = curve.gammas(prices);
        double[] move = random.doubles(prices.length, -1, 1).toArray();

        double bend = 0;
        for (int i = 0; i < prices.length; i++) {
            double along = 0;
            double size = 0;
            for (int j = 0; j < prices.length; j++) {
                assertThat(gammas[i][j]).isCloseTo(gammas[j][i], within(ROUNDING * Math.abs(gammas[i][j])));
                along += gammas[i][j] * prices[j];
                size += Math.abs(gammas[i][j] * prices[j]);
                bend += move[i] * prices[i] * gammas[i][j] * move[j] * prices[j];
            }
            assertThat(along).as("prices times gamma").isCloseTo(0, within(ROUNDING * size));
        }
        assertThat(bend).isLessThanOrEqualTo(ROUNDING * curve.value(prices));
    }

    @Property(tries = 100)
    void shouldLoseAgainstItsOwnBasketAtEveryPrice(@ForAll long seed) {
        Random random = new Random(seed);
        HoldingCurve curve = curve(random);
        double[] entry = prices(curve, random);
        double[] now = prices(curve, random);
        double hodl = curve.worth(curve.amounts(entry), now);

        assertThat(curve.rebalancingLoss(entry, now)).isNotNegative();
        assertThat(curve.impermanentLossSince(entry, now))
                .isCloseTo(curve.impermanentLoss(curve.amounts(entry), now), within(ROUNDING * hodl));
        assertThat(curve.impermanentLossFractionSince(entry, now)).isBetween(-1.0, 0.0);
        assertThat(curve.rebalancingLoss(entry, entry)).isZero();
    }

    @Example
    void shouldRefusePricesThatAreNone() {
        HoldingCurve curve = curve(new Random(1));
        double[] prices = prices(curve, new Random(1));
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            double[] bad = prices.clone();
            bad[0] = wrong;

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> curve.value(bad))
                    .withMessageContaining("price " + wrong);
            assertThatIllegalArgumentException().isThrownBy(() -> curve.gammas(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> curve.rebalancingLoss(prices, bad));
            assertThatIllegalArgumentException().isThrownBy(() -> curve.rebalancingLoss(bad, prices));
        }
    }

    @Example
    void shouldRefuseAPriceTooManyOrTooFew() {
        HoldingCurve curve = curve(new Random(1));
        double[] tooMany = new double[curve.assets() + 1];
        Arrays.fill(tooMany, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.value(tooMany))
                .withMessage(tooMany.length + " prices for a pool of " + curve.assets() + " assets");
        assertThatIllegalArgumentException().isThrownBy(() -> curve.amounts(new double[] {1}));
    }
}
