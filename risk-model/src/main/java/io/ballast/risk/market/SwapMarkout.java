/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * What one swap cost a pool's liquidity providers at the market's price, and what they were paid for it.
 *
 * @param loss  what the pool paid less what it got without the fee, in token1; negative is a gain
 * @param fee  in token1, not negative
 */
public record SwapMarkout(double loss, double fee) {

    /**
     * @param gain0  what the pool got of token0, fee included; negative: it paid
     * @param gain1  the same of token1
     * @param marketPrice  token1 per token0, in the units of the amounts, positive
     * @param feePart  of what is paid in, as a fraction
     */
    public static SwapMarkout of(double gain0, double gain1, double marketPrice, double feePart) {
        double fee = feePart * (Math.max(0, gain0) * marketPrice + Math.max(0, gain1));
        return new SwapMarkout(fee - gain0 * marketPrice - gain1, fee);
    }
}
