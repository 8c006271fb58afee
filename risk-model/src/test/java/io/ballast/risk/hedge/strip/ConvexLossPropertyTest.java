/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.aggregate.Contribution;
import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.loss.ConcentratedRange;
import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every loss is convex, not negative, has the slope that it says and the limits that it says. */
class ConvexLossPropertyTest {

    private static final BigDecimal TWO_64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));
    /** Raw price of a dollar with 6 decimals for a coin with 18, near 2000. */
    private static final int TICK_AT_2000 = -200_311;

    @Property(tries = 200)
    void isConvex_andItsSlopeIsThat(@ForAll Random random) {
        ConvexLoss loss = anyLoss(random);
        LossScale scale = LossScale.of(loss, 2000);
        double low = 2000 * Math.exp(random.nextGaussian());
        double high = low * (1.001 + random.nextDouble());
        double middle = low + (high - low) * random.nextDouble();
        double share = (middle - low) / (high - low);
        double chord = loss.at(low) * (1 - share) + loss.at(high) * share;
        assertThat(loss.at(middle)).isLessThanOrEqualTo(chord + 1e-12 * scale.dollars() * (1 + high / 2000));
        assertThat(loss.at(middle)).isGreaterThanOrEqualTo(-1e-12 * scale.dollars());
        double slope = (loss.at(high) - loss.at(low)) / (high - low);
        double rounding = 1e-9 * (scale.coins() + Math.abs(slope));
        assertThat(slope).isBetween(loss.slope(low) - rounding, loss.slope(high) + rounding);
    }

    @Property(tries = 200)
    void limitsAreThoseOfSmallAndGreatPrices(@ForAll Random random) {
        ConvexLoss loss = anyLoss(random);
        LossScale scale = LossScale.of(loss, 2000);
        assertThat(loss.at(1e-12)).isCloseTo(loss.atZero(), within(1e-5 * scale.dollars()));
        assertThat(loss.slope(1e16)).isCloseTo(loss.slopeAtInfinity(), within(1e-5 * scale.coins()));
    }

    @Property(tries = 200)
    void isLowestWhereItsSlopeChangesSign(@ForAll Random random) {
        ConvexLoss loss = anyLoss(random);
        double lowest = loss.lowestAt(2000);
        double there = lowest == 0 ? loss.atZero() : loss.at(Math.min(lowest, 1e18));
        double rounding = 1e-10 * LossScale.of(loss, 2000).dollars();
        for (double price = 10; price < 1e6; price *= 1.05) {
            assertThat(loss.at(price)).isGreaterThanOrEqualTo(there - rounding);
        }
    }

    @Property(tries = 100)
    void aGroupLosesWhatItsPositionsDo_whicheverTokenIsTheCoin(@ForAll Random random) {
        boolean coinIsToken0 = random.nextBoolean();
        GroupTotals group = new GroupTotals();
        List<ConvexLoss> positions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            positions.add(addPosition(random, group, coinIsToken0));
        }
        ConvexLoss sum = ConvexLoss.sum(positions);
        ConvexLoss loss = coinIsToken0 ? new GroupLoss(group, 18, 6, true) : new GroupLoss(group, 6, 18, false);
        LossScale scale = LossScale.of(sum, 2000);
        assertThat(loss.atZero()).isCloseTo(sum.atZero(), within(1e-9 * scale.dollars()));
        assertThat(loss.slopeAtInfinity()).isCloseTo(sum.slopeAtInfinity(), within(1e-9 * scale.coins()));
        for (double price = 300; price < 20_000; price *= 1.1) {
            assertThat(loss.at(price)).isCloseTo(sum.at(price), within(1e-9 * scale.dollars() * (1 + price / 2000)));
            assertThat(loss.slope(price)).isCloseTo(sum.slope(price), within(1e-9 * scale.coins()));
        }
    }

    /** Adds a position to the group and gives its own loss by the price of the coin. */
    private static ConvexLoss addPosition(Random random, GroupTotals group, boolean coinIsToken0) {
        int at = coinIsToken0 ? TICK_AT_2000 : -TICK_AT_2000;
        int lower = at - 4000 + random.nextInt(4000);
        int upper = lower + 10 + random.nextInt(6000);
        BigInteger liquidity = BigInteger.valueOf(1 + random.nextInt(1_000_000)).multiply(BigInteger.TEN.pow(10));
        double entry = SqrtPrice.toDouble(TickMath.sqrtPriceX96AtTick(at - 3000 + random.nextInt(6000)));
        ConcentratedRange raw = new ConcentratedRange(
                liquidity.doubleValue(),
                SqrtPrice.toDouble(TickMath.sqrtPriceX96AtTick(lower)),
                SqrtPrice.toDouble(TickMath.sqrtPriceX96AtTick(upper)));
        group.add(new Contribution(
                lower, upper, liquidity, x64(raw.amount0(entry)), x64(raw.amount1(entry)), BigInteger.ZERO));
        return coinIsToken0
                ? new RangeLoss(raw.inHumanUnits(18, 6), entry * 1e6)
                : new RangeLoss(raw.inHumanUnits(6, 18).inverted(), 1 / (entry * 1e-6));
    }

    private static BigInteger x64(double raw) {
        return new BigDecimal(raw).multiply(TWO_64).toBigInteger();
    }

    private static ConvexLoss anyLoss(Random random) {
        if (random.nextInt(3) > 0) {
            return SampleStrips.loss(random, 2000);
        }
        GroupTotals group = new GroupTotals();
        boolean coinIsToken0 = random.nextBoolean();
        for (int i = 0; i < 3; i++) {
            addPosition(random, group, coinIsToken0);
        }
        return coinIsToken0 ? new GroupLoss(group, 18, 6, true) : new GroupLoss(group, 6, 18, false);
    }
}
