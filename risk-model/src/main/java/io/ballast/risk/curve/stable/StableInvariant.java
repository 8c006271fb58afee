/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * The invariant of a stable pool of two coins, {@code K (x + y) + D = K D + D^3 / (4 x y)}: D is what the balances are worth
 * at a price of 1, had they been equal.
 *
 * <p>Balances are scaled to one unit: decimals and rates are taken out. K is {@code A n^n} of the whitepaper's A. The
 * contracts' A() is n times less than that product, so {@code K = 2 A()}; Balancer's amplification parameter is meant the
 * same way, and both are stored times a precision: see {@link AmplificationRamp}.
 *
 * <p>Real numbers: the contracts' {@code get_D} and {@code get_y} iterate on integers and stop within 1 unit; D and y here are
 * within 1e-14 in relative terms of the real-number solution.
 *
 * <p>Source: Egorov, "StableSwap" (2019); curve-contract {@code get_D}, {@code get_y}; Balancer {@code StableMath}.
 *
 * @param k  K, above 1
 */
public record StableInvariant(double k) {

    private static final int MOST_ITERATIONS = 255;
    private static final double CONVERGED = 1e-15;

    public StableInvariant {
        if (!(k > 1 && k < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "K = " + k + ", twice the amplification A(), must be finite and above 1");
        }
    }

    /** From the amplification as the contracts' {@code A()} means it. */
    public static StableInvariant ofAmplification(double amplification) {
        return new StableInvariant(2 * requirePositive("amplification", amplification));
    }

    /**
     * D of these balances, both positive. Newton from x + y, which falls to D without overshooting.
     *
     * @throws IllegalArgumentException if a balance is not finite and positive, or the two are so far apart that there is
     *     no answer in 255 steps, where the contract gives up as well
     */
    public double depth(double x, double y) {
        double sum = requirePositive("x", x) + requirePositive("y", y);
        double d = sum;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            double product = d * (d / (2 * x)) * (d / (2 * y));
            double next = d * ((k * sum + 2 * product) / ((k - 1) * d + 3 * product));
            if (Math.abs(next - d) <= CONVERGED * next) {
                return next;
            }
            d = next;
        }
        throw new IllegalArgumentException("no invariant of balances " + x + " and " + y + " at K = " + k);
    }

    /** The other balance when one of them is x: the positive root of the invariant, without cancellation. */
    public double other(double x, double depth) {
        requirePositive("balance", x);
        requirePositive("depth", depth);
        double b = x - depth + depth / k;
        double c = depth * (depth / x) * (depth / (4 * k));
        double root = Math.sqrt(b * b + 4 * c);
        return b > 0 ? 2 * c / (root + b) : (root - b) / 2;
    }

    /**
     * Price of coin 0 in coin 1 of these balances, without fee: {@code (y/x) (K x + r) / (K y + r)}, r = D^3 / (4 x y) over
     * D.
     */
    public double price(double x, double y) {
        double depth = depth(x, y);
        double r = depth / (2 * x) * (depth / (2 * y)) * depth;
        return y / x * ((k * x + r) / (k * y + r));
    }

    /**
     * What a swap pays out, before any fee. Balancer takes its fee from the amount paid in, before; Curve from the amount
     * paid out, after.
     *
     * @param balanceIn  the pool's balance of the coin paid in
     * @param balanceOut  the pool's balance of the coin paid out
     */
    public double outGivenIn(double balanceIn, double balanceOut, double amountIn) {
        double depth = depth(balanceIn, balanceOut);
        return balanceOut - other(balanceIn + requirePositive("amountIn", amountIn), depth);
    }

    /**
     * What a swap must be paid for an amount out, before any fee.
     *
     * @throws IllegalArgumentException if that much is not in the pool
     */
    public double inGivenOut(double balanceIn, double balanceOut, double amountOut) {
        double depth = depth(balanceIn, balanceOut);
        if (requirePositive("amountOut", amountOut) >= balanceOut) {
            throw new IllegalArgumentException(
                    "amountOut " + amountOut + " must be less than the balance " + balanceOut);
        }
        return other(balanceOut - amountOut, depth) - balanceIn;
    }
}
