/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

/**
 * What a pool's curve and fee are now, as far as they may change.
 *
 * @param swapFee  of what is paid in, as a fraction in [0, 1]; null: not known before the first swap, as each has its own
 * @param amplification  of a stable pool, as its whitepaper has it; null in others
 * @param weight0  of token0 in a weighted pool, as a fraction; null in others
 */
public record PoolParameters(Double swapFee, Double amplification, Double weight0) {

    private static final double PIPS = 1e6;

    /** A fee in millionths, null: not known; and no curve that changes. */
    static PoolParameters ofFee(Integer feePips) {
        return new PoolParameters(feePips == null ? null : feePips / PIPS, null, null);
    }
}
