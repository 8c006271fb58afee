/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * What a screen says of a pool.
 *
 * @param symbol0  ticker of token0, or token0 where it is not known
 * @param decimals0  of token0; null: not known
 * @param rate0  what one token0 stands for in the unit that the curve of a stable pool is of; 1 in others
 */
public record PoolInfo(
        String poolId,
        PoolKind kind,
        String symbol0,
        String symbol1,
        Integer decimals0,
        Integer decimals1,
        Integer feePips,
        double rate0,
        double rate1) {
    private static final double ONE_E18 = 1e18;
    private static final int PIPS_PER_PERCENT_DIGITS = 4;

    static PoolInfo of(PoolDefinition definition) {
        List<PoolToken> tokens = definition.getTokens();
        boolean pair = tokens.size() == 2;
        return new PoolInfo(
                definition.getPoolId(),
                definition.getKind(),
                pair ? symbol(tokens.get(0), "token0") : "token0",
                pair ? symbol(tokens.get(1), "token1") : "token1",
                pair ? tokens.get(0).getDecimals() : null,
                pair ? tokens.get(1).getDecimals() : null,
                definition.getFeePips(),
                pair ? rate(tokens.get(0)) : 1,
                pair ? rate(tokens.get(1)) : 1);
    }

    static PoolInfo unknown(String poolId) {
        return new PoolInfo(poolId, PoolKind.UNKNOWN, "token0", "token1", null, null, null, 1, 1);
    }

    private static String symbol(PoolToken token, String otherwise) {
        return token.getSymbol() == null ? otherwise : token.getSymbol();
    }

    private static double rate(PoolToken token) {
        return token.getRateE18Raw() == null ? 1 : new BigDecimal(token.getRateE18Raw()).doubleValue() / ONE_E18;
    }

    /** Whole units of token0; null: not told, or decimals are not known. */
    public Double amount0(String raw) {
        return wholeUnits(raw, decimals0);
    }

    /** Whole units of token1; null: not told, or decimals are not known. */
    public Double amount1(String raw) {
        return wholeUnits(raw, decimals1);
    }

    private static Double wholeUnits(String raw, Integer decimals) {
        return raw == null || decimals == null ? null : new BigDecimal(new BigInteger(raw), decimals).doubleValue();
    }

    /** Such as WETH/USDC 0.05 %; the id where nothing else is known. */
    public String title() {
        if (kind == PoolKind.UNKNOWN) {
            return poolId;
        }
        String fee = feePips == null
                ? ""
                : " "
                        + BigDecimal.valueOf(feePips, PIPS_PER_PERCENT_DIGITS)
                                .stripTrailingZeros()
                                .toPlainString() + " %";
        return symbol0 + "/" + symbol1 + fee;
    }
}
