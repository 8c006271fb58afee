/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * What a pool was created with, as far as its book needs it.
 *
 * @param curve  the curve that it trades on
 * @param address  its contract, lower case
 * @param feePips  swap fee in millionths of the amount in
 * @param tickSpacing  concentrated pools: initialisable ticks are multiples of it; else 0
 * @param decimals0  decimals of token0; null when not known
 * @param decimals1  decimals of token1; null when not known
 * @param protocolFeeOn  constant product pools: the factory's feeTo is known to be set
 */
public record PoolTerms(
        Curve curve,
        String address,
        int feePips,
        int tickSpacing,
        Integer decimals0,
        Integer decimals1,
        boolean protocolFeeOn) {

    /** The curves that there are books for. */
    public enum Curve {
        CONSTANT_PRODUCT,
        CONCENTRATED
    }

    public PoolTerms {
        if (feePips < 0 || feePips >= 1_000_000) {
            throw new IllegalArgumentException("fee of " + feePips + " pips is not in [0, 1000000)");
        }
        if (curve == Curve.CONCENTRATED && tickSpacing <= 0) {
            throw new IllegalArgumentException("tick spacing " + tickSpacing + " is not positive");
        }
    }

    /** True when figures in human units can be given. */
    public boolean decimalsKnown() {
        return decimals0 != null && decimals1 != null;
    }
}
