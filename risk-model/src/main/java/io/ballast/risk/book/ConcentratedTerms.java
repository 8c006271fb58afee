/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rolling.Windows;
import java.util.List;

/**
 * What a concentrated (Uniswap v3) pool was created with.
 *
 * @param feePips  swap fee in millionths of the amount in
 * @param tickSpacing  initialisable ticks are multiples of it; positive
 */
public record ConcentratedTerms(String address, int feePips, int tickSpacing, Integer decimals0, Integer decimals1)
        implements PoolTerms {

    public ConcentratedTerms {
        FeePips.require(feePips);
        if (tickSpacing <= 0) {
            throw new IllegalArgumentException("tick spacing " + tickSpacing + " is not positive");
        }
    }

    @Override
    public PoolKind kind() {
        return new ConcentratedKind();
    }

    @Override
    public List<?> creation() {
        return List.of(address, feePips, tickSpacing);
    }

    @Override
    public PoolBook open(Windows windows) {
        return new ConcentratedBook(this, windows);
    }
}
