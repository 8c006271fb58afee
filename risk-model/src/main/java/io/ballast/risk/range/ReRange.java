/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

/**
 * Placing a position's range anew around the price: what has to be swapped for it, and what that costs.
 *
 * @param range  the new one
 * @param swapped  worth of what is swapped, in token1
 * @param cost  fee and half spread of that, and gas, in token1
 * @param paybackMs  for how long the position has to be in range to earn that back, at the fees that it has earned so far; null: none
 */
public record ReRange(NewRange range, double swapped, double cost, Long paybackMs) {

    /**
     * What changing tokens costs.
     *
     * @param fee  of the pool, as a fraction of what is swapped, in [0, 1)
     * @param halfSpread  of the market, likewise
     * @param gas  of the whole undertaking, in token1
     */
    public record Costs(double fee, double halfSpread, double gas) {}

    /**
     * @param range  the new one
     * @param sqrtPrice  the pool's, raw
     * @param worth0  what the position holds of token0, worth in token1
     * @param worth1  what it holds of token1
     * @param feesValue  what it has earned, in token1
     * @param inRangeMs  in so much time in range
     */
    public static ReRange of(
            NewRange range,
            double sqrtPrice,
            double worth0,
            double worth1,
            Costs costs,
            double feesValue,
            long inRangeMs) {
        double swapped = Math.abs(worth0 - range.token0Share(sqrtPrice) * (worth0 + worth1));
        double cost = swapped * (costs.fee + costs.halfSpread) + costs.gas;
        return new ReRange(range, swapped, cost, paybackMs(cost, feesValue, inRangeMs));
    }

    private static Long paybackMs(double cost, double feesValue, long inRangeMs) {
        return feesValue > 0 && inRangeMs > 0 ? (Long) Math.round(cost / feesValue * inRangeMs) : null;
    }
}
