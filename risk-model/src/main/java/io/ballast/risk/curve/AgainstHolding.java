/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.loss.Domain;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * A position and what its holder has of it besides, against a basket that he would have held instead, by price P:
 * {@code R(P) = V(P) + (e0 - h0) P + e1 - h1}, in token1. Negative: it is behind holding.
 *
 * <p>V is concave and the rest a straight line. So R is greatest where the position holds {@code h0 - e0} of token0, and is
 * not negative on one stretch of prices, the break-even prices being its ends.
 *
 * <p>Prices are looked for within a factor of 10^9 of one that is given, and found by halving: to some 1e-14 where R crosses 0
 * steeply. Where it hardly rises above 0, rounding of V moves them by its root, some 1e-8 of the price.
 *
 * @param curve  what is in, as a function of price
 * @param hodl0  h0, token0 of the basket; not negative
 * @param hodl1  h1, token1 of the basket; not negative
 * @param earned0  e0, token0 that the holder has besides: fees, for one; negative: it was lost
 * @param earned1  e1, token1 likewise
 */
public record AgainstHolding(PairCurve curve, double hodl0, double hodl1, double earned0, double earned1) {

    private static final double REACH = 1e9;

    /** Each halves the logarithm of a ratio of at most 10^18: enough for the last digit. */
    private static final int HALVINGS = 60;

    public AgainstHolding {
        Domain.requireNotNegative("hodl0", hodl0);
        Domain.requireNotNegative("hodl1", hodl1);
        if (!Double.isFinite(earned0) || !Double.isFinite(earned1)) {
            throw new IllegalArgumentException("earned " + earned0 + " and " + earned1 + " must be finite");
        }
    }

    /** R: a difference, see {@link PairCurve#impermanentLoss}. */
    public double result(double price) {
        return curve.impermanentLoss(hodl0 - earned0, hodl1 - earned1, price);
    }

    /**
     * Where R is greatest. With nothing earned that is where a single deposit was made, and of several a price between theirs.
     *
     * @param near  any price of the order of those that matter
     * @return empty where the position only gains, or only loses, by a higher price: a basket of one token alone, for one
     */
    public OptionalDouble bestPrice(double near) {
        double low = requirePositive("price", near) / REACH;
        double high = near * REACH;
        boolean rises = curve.amount0(low) > kept0();
        boolean falls = curve.amount0(high) < kept0();
        return rises && falls
                ? OptionalDouble.of(turn(low, high, price -> curve.amount0(price) > kept0()))
                : OptionalDouble.empty();
    }

    /**
     * Where R is not negative.
     *
     * @param near  any price of the order of those that matter
     * @return empty where the position is behind holding at every price
     */
    public Optional<BreakEven> breakEven(double near) {
        double low = requirePositive("price", near) / REACH;
        double high = near * REACH;
        double best = bestPrice(near).orElse(curve.amount0(low) > kept0() ? high : low);
        return result(best) < 0 ? Optional.empty() : Optional.of(new BreakEven(end(best, low), end(best, high)));
    }

    private double kept0() {
        return hodl0 - earned0;
    }

    private OptionalDouble end(double best, double far) {
        return result(far) < 0
                ? OptionalDouble.of(turn(best, far, price -> result(price) >= 0))
                : OptionalDouble.empty();
    }

    /** The last price on the way from one where a condition holds to another where it does not, at which it holds. */
    private static double turn(double from, double to, DoublePredicate holds) {
        double inside = Math.log(from);
        double outside = Math.log(to);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (inside + outside) / 2;
            if (holds.test(Math.exp(middle))) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return Math.exp(inside);
    }
}
