/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * A subject between two boundaries of liquidity: a position below, in or above its range, a group between two neighbouring
 * ticks, a share of a constant product pair. There every figure is a quadratic of the sqrt price (formula sheet 4.1), or of
 * its inverse, and the next price that takes it to its limit is the nearer root on either side.
 *
 * <p>The band ends at the segment's ends, where another quadratic begins: such a trigger may come early. One basket and
 * several deposits (formula sheet 5.2, 5.3) are the same here, since both have a quadratic for {@code V - k*H}.
 *
 * @param sqrtPrice  s now, inside the open interval of the two next
 * @param sqrtLower  where the segment begins, 0 where nowhere
 * @param sqrtUpper  where it ends, infinite where nowhere
 * @param principal  what value and delta are of
 * @param withoutFees  what the loss is of: the principal, less fees that are part of it
 * @param fees  fees earned
 * @param hodl0  token0 of the basket, not negative
 * @param hodl1  token1 of the basket, not negative
 * @param earning  units of liquidity that the fee clock pays
 * @param compounding  whether fees stay in the principal and so raise value and delta too
 */
public record Segment(
        double sqrtPrice,
        double sqrtLower,
        double sqrtUpper,
        Holding principal,
        Holding withoutFees,
        Holding fees,
        double hodl0,
        double hodl1,
        double earning,
        boolean compounding)
        implements PriceCurve {

    public Segment {
        if (!(sqrtLower >= 0 && sqrtLower <= sqrtPrice && sqrtPrice <= sqrtUpper && sqrtPrice > 0)
                || sqrtPrice == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("The sqrt price must be positive and in its segment: " + sqrtPrice
                    + " in " + sqrtLower + ".." + sqrtUpper);
        }
        if (!(hodl0 >= 0 && hodl1 >= 0 && earning >= 0) || !Double.isFinite(hodl0 + hodl1 + earning)) {
            throw new IllegalArgumentException(
                    "Baskets and liquidity must not be negative: " + hodl0 + ", " + hodl1 + ", earning " + earning);
        }
    }

    /**
     * A position over [a, b]. At a and at b it counts as in range: the pool's tick may be on either side there, and to take
     * it as earning is only ever early.
     *
     * @param fees0  token0 earned as fees, wherever it is now
     * @param fees1  token1 earned as fees
     */
    public static Segment ofRange(
            double liquidity,
            double sqrtLower,
            double sqrtUpper,
            double sqrtPrice,
            double hodl0,
            double hodl1,
            double fees0,
            double fees1) {
        double held = Math.max(sqrtLower, Math.min(sqrtUpper, sqrtPrice));
        double amount0 = liquidity * ((sqrtUpper - held) / held / sqrtUpper);
        double amount1 = liquidity * (held - sqrtLower);
        Holding fees = new Holding(fees0, fees1, 0);
        if (sqrtPrice < sqrtLower) {
            Holding all0 = new Holding(amount0, 0, 0);
            return new Segment(sqrtPrice, 0, sqrtLower, all0, all0, fees, hodl0, hodl1, 0, false);
        } else if (sqrtPrice > sqrtUpper) {
            Holding all1 = new Holding(0, amount1, 0);
            return new Segment(
                    sqrtPrice, sqrtUpper, Double.POSITIVE_INFINITY, all1, all1, fees, hodl0, hodl1, 0, false);
        }
        Holding both = new Holding(amount0, amount1, liquidity);
        return new Segment(
                sqrtPrice,
                Math.nextDown(sqrtLower),
                Math.nextUp(sqrtUpper),
                both,
                both,
                fees,
                hodl0,
                hodl1,
                liquidity,
                false);
    }

    /**
     * A group of positions of one pool, between the two boundaries of liquidity next to the price. On a boundary itself the
     * band is empty, since the liquidity differs on its two sides.
     *
     * @param amounts  tokens of all of them, and their liquidity in range
     */
    public static Segment ofGroup(
            double sqrtPrice,
            double sqrtLower,
            double sqrtUpper,
            Holding amounts,
            double hodl0,
            double hodl1,
            double fees0,
            double fees1) {
        Holding fees = new Holding(fees0, fees1, 0);
        return new Segment(
                sqrtPrice, sqrtLower, sqrtUpper, amounts, amounts, fees, hodl0, hodl1, amounts.liquidity(), false);
    }

    /**
     * A share, or shares, of a constant product pair, whose fees stay in the reserves. The fee clock is the growth of the
     * value of one LP token at constant price.
     *
     * @param root  sqrt(x * y) of the share now
     * @param rootWithoutFees  what it would be without fees
     * @param collected0  token0 of fees that have left the pair
     * @param lpTokens  held
     */
    public static Segment ofConstantProduct(
            double root,
            double rootWithoutFees,
            double sqrtPrice,
            double hodl0,
            double hodl1,
            double collected0,
            double collected1,
            double lpTokens) {
        double earned = root - rootWithoutFees;
        return new Segment(
                sqrtPrice,
                0,
                Double.POSITIVE_INFINITY,
                new Holding(root / sqrtPrice, root * sqrtPrice, root),
                new Holding(rootWithoutFees / sqrtPrice, rootWithoutFees * sqrtPrice, rootWithoutFees),
                new Holding(collected0 + earned / sqrtPrice, collected1 + earned * sqrtPrice, earned),
                hodl0,
                hodl1,
                lpTokens,
                true);
    }

    @Override
    public double fullDelta() {
        return principal.worth(sqrtPrice) / sqrtPrice / sqrtPrice;
    }

    @Override
    public QuietBand quiet(Figures now, Figures published, Limits limits, double feeClock) {
        return new SegmentBand(this, now, published, limits).at(feeClock);
    }

    @Override
    public QuietBand cut(QuietBand band, Figures now, Levels levels) {
        return new SegmentLevels(this, band).cut(band, now, levels);
    }
}
