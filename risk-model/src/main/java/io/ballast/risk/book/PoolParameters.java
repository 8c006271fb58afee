/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * What a pool's curve and fee are now, as far as they may change.
 *
 * @param swapFee  of what is paid in, as a fraction
 * @param amplification  of a stable pool, as its whitepaper has it; null in others
 * @param weight0  of token0 in a weighted pool, as a fraction; null in others
 */
public record PoolParameters(double swapFee, Double amplification, Double weight0) {

    private static final double PIPS = 1e6;

    /** A fee in millionths, and no curve that changes. */
    static PoolParameters ofFee(int feePips) {
        return new PoolParameters(feePips / PIPS, null, null);
    }
}
