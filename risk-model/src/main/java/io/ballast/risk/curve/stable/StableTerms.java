/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.rolling.Windows;
import io.ballast.risk.share.ShareBook;
import io.ballast.risk.share.ShareFees;
import java.util.List;

/**
 * What a stable pool of two coins was created with.
 *
 * @param decimals0  of token0: known, since the curve is one of scaled balances
 * @param decimals1  of token1
 * @param rate0E18  what one token0 stands for, times 10^18
 * @param rate1E18  the same of token1
 * @param amplification  at the start
 * @param fees  what a swap costs at the start
 */
public record StableTerms(
        String address,
        Integer decimals0,
        Integer decimals1,
        double rate0E18,
        double rate1E18,
        AmplificationRamp amplification,
        ShareFees fees)
        implements PoolTerms {

    @Override
    public PoolKind kind() {
        return new StableKind();
    }

    /** Decimals are part of it: other ones are another curve. */
    @Override
    public List<?> creation() {
        return List.of(address, decimals0, decimals1, rate0E18, rate1E18, amplification, fees);
    }

    /** Scaled to 18 decimals. */
    @Override
    public PoolBook open(Windows windows) {
        return new ShareBook(
                this,
                fees,
                new StableRules(
                        amplification, rate0E18 * Math.pow(10, -decimals0), rate1E18 * Math.pow(10, -decimals1)),
                windows);
    }
}
