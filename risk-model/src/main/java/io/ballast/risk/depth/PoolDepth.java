/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

/** What a pool holds beyond its price, as of one moment: valid until the pool changes. Amounts and prices are in raw units. */
public interface PoolDepth {

    /** Token1 per token0, positive. */
    double price();

    /** What the pool changes by when its price goes to another, positive one. */
    TokenChange to(double price);

    /**
     * What the pool changes by when it gets so much of token0.
     *
     * @param amount  not negative
     * @return null: there is not so much liquidity
     */
    TokenChange selling0(double amount);

    /** The same of token1. */
    TokenChange selling1(double amount);
}
