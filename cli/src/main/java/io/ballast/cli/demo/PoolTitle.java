/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.schema.PoolDefinition;
import java.math.BigDecimal;
import java.util.Optional;

/** How pools are called on the screen. */
final class PoolTitle {
    private static final int PIPS_PER_PERCENT_EXPONENT = 4;

    private PoolTitle() {}

    /** Such as {@code USDC/WETH 0.05%}; the address while the pool is not known. */
    static String of(Optional<PoolDefinition> pool, String poolId) {
        return pool.map(known -> symbol(pool, 0) + "/" + symbol(pool, 1) + fee(known))
                .orElse(poolId);
    }

    private static String fee(PoolDefinition pool) {
        return pool.getFeePips() == null
                ? ""
                : " "
                        + BigDecimal.valueOf(pool.getFeePips())
                                .movePointLeft(PIPS_PER_PERCENT_EXPONENT)
                                .stripTrailingZeros()
                                .toPlainString()
                        + "%";
    }

    /** Symbol of token 0 or 1; a stand-in while it is not known. */
    static String symbol(Optional<PoolDefinition> pool, int index) {
        return pool.map(known -> known.getTokens().get(index).getSymbol()).orElse("token" + index);
    }
}
