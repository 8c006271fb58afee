/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/** One unit of liquidity over a range in exact fractions, straight from the definitions (v3 whitepaper eq. 6.29, 6.30). */
record ExactRange(Rational lower, Rational upper) {

    static ExactRange ofTicks(int tickLower, int tickUpper) {
        return new ExactRange(
                Rational.ofSqrtPriceX96(TickMath.sqrtPriceX96AtTick(tickLower)),
                Rational.ofSqrtPriceX96(TickMath.sqrtPriceX96AtTick(tickUpper)));
    }

    Rational amount0(Rational sqrtPrice) {
        return inverse(clamp(sqrtPrice)).minus(inverse(upper));
    }

    Rational amount1(Rational sqrtPrice) {
        return clamp(sqrtPrice).minus(lower);
    }

    /** V(to) - x(from) * to^2 - y(from). */
    Rational loss(Rational from, Rational to) {
        return amount0(to)
                .minus(amount0(from))
                .times(to)
                .times(to)
                .plus(amount1(to).minus(amount1(from)));
    }

    /** The measure of LVR of a step: (v - u) * |t^2 - u*v| / (u*v) over the part [u, v] of the step inside the range. */
    Rational lossVersusRebalancing(Rational from, Rational to) {
        Rational u = clamp(from.min(to));
        Rational v = clamp(from.max(to));
        Rational product = u.times(v);
        return v.minus(u).times(to.times(to).minus(product).abs()).over(product);
    }

    private Rational clamp(Rational sqrtPrice) {
        return sqrtPrice.max(lower).min(upper);
    }

    private static Rational inverse(Rational value) {
        return Rational.of(BigInteger.ONE).over(value);
    }
}
