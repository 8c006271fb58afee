/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static io.ballast.risk.curve.Exact.DIGITS;
import static io.ballast.risk.curve.Exact.divide;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A weighted pool in 100 digits whose weights are parts of a whole: powers are then whole powers of a root, found by Newton.
 * Balances follow from the definition alone: in proportion w_i/p_i, on {@code prod B_i^w_i = k}.
 */
record ExactWeighted(int[] parts, BigDecimal invariant) {

    BigDecimal amount(int asset, BigDecimal[] prices) {
        BigDecimal product = BigDecimal.ONE;
        for (int i = 0; i < parts.length; i++) {
            product = product.multiply(proportion(i, prices).pow(parts[i], DIGITS), DIGITS);
        }
        BigDecimal stretch =
                divide(invariant, root(product, Arrays.stream(parts).sum()));
        return stretch.multiply(proportion(asset, prices), DIGITS);
    }

    BigDecimal value(BigDecimal[] prices) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < prices.length; i++) {
            sum = sum.add(prices[i].multiply(amount(i, prices), DIGITS));
        }
        return sum;
    }

    private BigDecimal proportion(int asset, BigDecimal[] prices) {
        return divide(BigDecimal.valueOf(parts[asset]), prices[asset]);
    }

    static BigDecimal root(BigDecimal radicand, int degree) {
        int decades = (radicand.precision() - radicand.scale()) / degree;
        BigDecimal n = BigDecimal.valueOf(degree);
        BigDecimal scaled = radicand.scaleByPowerOfTen(-decades * degree);
        BigDecimal guess = BigDecimal.valueOf(Math.exp(logarithm(scaled) / degree));
        for (int i = 0; i < 5; i++) {
            BigDecimal correction =
                    divide(scaled, guess.pow(degree - 1, DIGITS)).subtract(guess);
            guess = guess.add(divide(correction, n), DIGITS);
        }
        return guess.scaleByPowerOfTen(decades);
    }

    /** Natural logarithm to a dozen digits, of numbers that a double may not hold. */
    private static double logarithm(BigDecimal value) {
        int decades = value.precision() - value.scale();
        return Math.log(value.scaleByPowerOfTen(-decades).doubleValue()) + decades * Math.log(10);
    }
}
