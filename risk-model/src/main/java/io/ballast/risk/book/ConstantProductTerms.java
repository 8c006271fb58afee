/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rolling.Windows;
import java.util.List;

/**
 * What a constant product (Uniswap v2) pair was created with.
 *
 * @param feePips  swap fee in millionths of the amount in
 * @param protocolFeeOn  the factory's feeTo is known to be set
 */
public record ConstantProductTerms(
        String address, int feePips, Integer decimals0, Integer decimals1, boolean protocolFeeOn) implements PoolTerms {

    public ConstantProductTerms {
        FeePips.require(feePips);
    }

    @Override
    public PoolKind kind() {
        return new ConstantProductKind();
    }

    @Override
    public List<?> creation() {
        return List.of(address, feePips);
    }

    @Override
    public PoolBook open(Windows windows) {
        return new ConstantProductBook(this, windows);
    }
}
