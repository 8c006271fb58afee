/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

/**
 * What an arbitrageur gains by trading against a pool until it is not worth while any more, gas not counted: up to where the pool's price with
 * the fee is the market's. Whoever provides the liquidity loses as much, less the fee.
 *
 * @param profit  in token1, not negative
 * @param token0  what the pool's token0 changes by; negative: bought from it
 * @param fees  what he pays for it, worth in token1; not negative
 */
public record Arbitrage(double profit, double token0, double fees) {

    public static final Arbitrage NONE = new Arbitrage(0, 0, 0);

    /**
     * @param marketPrice  token1 per token0, positive, in the units of the depth
     * @param fee  of what is paid in, as a fraction, in [0, 1]
     */
    public static Arbitrage of(PoolDepth depth, double marketPrice, double fee) {
        double left = 1 - fee;
        if (depth.price() < marketPrice * left) {
            TokenChange change = depth.to(marketPrice * left);
            double fees = change.token1() / left - change.token1();
            return new Arbitrage(
                    Math.max(0, -change.token0() * marketPrice - change.token1() - fees), change.token0(), fees);
        } else if (depth.price() * left > marketPrice) {
            TokenChange change = depth.to(marketPrice / left);
            double fees = (change.token0() / left - change.token0()) * marketPrice;
            return new Arbitrage(
                    Math.max(0, -change.token1() - change.token0() * marketPrice - fees), change.token0(), fees);
        }
        return NONE;
    }
}
