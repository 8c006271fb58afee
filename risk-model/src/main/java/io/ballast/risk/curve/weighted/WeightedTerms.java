/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.rolling.Windows;
import io.ballast.risk.share.ShareBook;
import io.ballast.risk.share.ShareFees;
import java.util.List;

/**
 * What a weighted pool of two assets was created with.
 *
 * @param weight0E18  weight of token0 at the start, times 10^18
 * @param fees  what a swap costs at the start
 */
public record WeightedTerms(String address, Integer decimals0, Integer decimals1, long weight0E18, ShareFees fees)
        implements PoolTerms {

    @Override
    public PoolKind kind() {
        return new WeightedKind();
    }

    @Override
    public List<?> creation() {
        return List.of(address, weight0E18, fees);
    }

    @Override
    public PoolBook open(Windows windows) {
        return new ShareBook(this, fees, new WeightedRules(WeightRamp.constant(weight0E18)), windows);
    }
}
