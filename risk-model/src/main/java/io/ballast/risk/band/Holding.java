/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * Tokens at the price now, and the liquidity by which the pool trades one for the other as the price moves. From sqrt price s
 * to s + d the amount of token0 changes by {@code -L*d/(s*(s+d))} and the worth by {@code 2*x*s*d + (x - L/s)*d^2}: exact
 * differences, which do not lose digits as the difference of two worths would.
 *
 * @param amount0  x, token0
 * @param amount1  token1
 * @param liquidity  L, that is in range now; 0 where the amounts stay as they are
 */
public record Holding(double amount0, double amount1, double liquidity) {

    public static final Holding NONE = new Holding(0, 0, 0);

    public Holding {
        if (!Double.isFinite(amount0 + amount1 + liquidity)) {
            throw new IllegalArgumentException(
                    "Amounts must be finite: " + amount0 + ", " + amount1 + ", liquidity " + liquidity);
        }
    }

    double worth(double sqrtPrice) {
        return amount0 * sqrtPrice * sqrtPrice + amount1;
    }

    double slope(double sqrtPrice) {
        return 2 * amount0 * sqrtPrice;
    }

    double curvature(double sqrtPrice) {
        return amount0 - liquidity / sqrtPrice;
    }

    /** Of the worth, when the sqrt price goes from s to s + d. */
    double change(double sqrtPrice, double distance) {
        return (slope(sqrtPrice) + curvature(sqrtPrice) * distance) * distance;
    }

    /** Whether the worth is the same at every price. */
    boolean isFlat() {
        return amount0 == 0 && liquidity == 0;
    }
}
