/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import static io.ballast.risk.curve.Exact.DIGITS;
import static io.ballast.risk.curve.Exact.divide;

import java.math.BigDecimal;

/** The same holding by another way: amounts from the definition of the pool's curve, in many digits. */
public interface ExactPair {

    /** Narrow beside anything that the curves do, and far above the last of 100 digits. */
    BigDecimal STEP = new BigDecimal("1e-20");

    BigDecimal amount0(BigDecimal price);

    BigDecimal amount1(BigDecimal price);

    default BigDecimal value(BigDecimal price) {
        return amount0(price).multiply(price, DIGITS).add(amount1(price), DIGITS);
    }

    /** dV/dP by a central difference. */
    default BigDecimal delta(BigDecimal price) {
        BigDecimal h = price.multiply(STEP);
        return divide(value(price.add(h)).subtract(value(price.subtract(h))), h.add(h));
    }

    /** d2V/dP2 by a central difference. */
    default BigDecimal gamma(BigDecimal price) {
        BigDecimal h = price.multiply(STEP);
        BigDecimal middle = value(price);
        BigDecimal bent = value(price.add(h))
                .add(value(price.subtract(h)))
                .subtract(middle)
                .subtract(middle);
        return divide(withoutNoise(bent, middle), h.multiply(h));
    }

    /** Worth at the new price of what was held before, less what the holding is worth there. */
    default BigDecimal rebalancingLoss(BigDecimal from, BigDecimal to) {
        BigDecimal hodl = amount0(from).multiply(to).add(amount1(from));
        return withoutNoise(hodl.subtract(value(to)), hodl);
    }

    /** A difference of equal numbers is zero, whatever the last of 100 digits say. */
    private static BigDecimal withoutNoise(BigDecimal difference, BigDecimal whole) {
        BigDecimal noise = whole.abs().scaleByPowerOfTen(-80);
        return difference.abs().compareTo(noise) < 0 ? BigDecimal.ZERO : difference;
    }
}
