/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.SwapRules;
import io.ballast.risk.rolling.Windows;
import java.util.Arrays;
import java.util.List;

/**
 * What a concentrated pool was created with.
 *
 * @param feePips  swap fee in millionths of the amount in; null: each swap has its own, which its log says
 * @param tickSpacing  initialisable ticks are multiples of it; positive
 * @param rules  those of its contract
 * @param hookAmounts  v4: a hook may add to or take from what deposits and withdrawals move, which no log tells
 */
public record ConcentratedTerms(
        String address,
        Integer feePips,
        int tickSpacing,
        Integer decimals0,
        Integer decimals1,
        SwapRules rules,
        boolean hookAmounts)
        implements PoolTerms {

    public ConcentratedTerms {
        if (feePips != null) {
            FeePips.require(feePips);
        }
        if (tickSpacing <= 0) {
            throw new IllegalArgumentException("tick spacing " + tickSpacing + " is not positive");
        }
    }

    /** Those of a Uniswap v3 pool. */
    public ConcentratedTerms(String address, int feePips, int tickSpacing, Integer decimals0, Integer decimals1) {
        this(address, feePips, tickSpacing, decimals0, decimals1, SwapRules.UNISWAP_V3, false);
    }

    /** In millionths, of a swap whose log does not say its fee. */
    int feePipsOtherwise() {
        return feePips == null ? 0 : feePips;
    }

    @Override
    public PoolKind kind() {
        return new ConcentratedKind();
    }

    @Override
    public List<?> creation() {
        return Arrays.asList(address, feePips, tickSpacing, rules, hookAmounts);
    }

    @Override
    public PoolBook open(Windows windows) {
        return new ConcentratedBook(this, windows);
    }
}
