/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * Impermanent loss over one window.
 *
 * @param window  which one
 * @param since  where it started; if it is not complete, publish that with the figure
 * @param lossX256  raw token1 times 2^256; negative is a loss
 */
public record RollingLoss(Window window, WindowStart since, BigInteger lossX256) {

    /** Of a curve that stays the same: a loss that is positive by the last bits of a rounding is none. */
    static RollingLoss neverPositive(Window window, WindowStart since, BigInteger lossX256) {
        return new RollingLoss(window, since, lossX256.min(BigInteger.ZERO));
    }

    /** In raw token1; the one rounding from exact integers. */
    public double token1Raw() {
        return Math.scalb(lossX256.doubleValue(), -Scale.TOKENS);
    }

    /** In whole token1. */
    public double token1(int decimals1) {
        return token1Raw() / Math.pow(10, decimals1);
    }
}
