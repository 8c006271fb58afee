/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;

/** The records of one pair's logs (v2-core {@code IUniswapV2Pair}). */
final class PairLogs {

    private final String poolId;

    PairLogs(String poolId) {
        this.poolId = poolId;
    }

    PositionEvent.Builder transfer(String from, String to, BigInteger lpTokens) {
        return PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PositionEventKind.LP_TRANSFER)
                .setFromAddress(from)
                .setToAddress(to)
                .setLiquidityRaw(lpTokens.toString());
    }

    PositionEvent.Builder mint(TokenAmounts paid) {
        return onPair(PositionEventKind.LP_MINT, paid);
    }

    PositionEvent.Builder burn(TokenAmounts paidOut, String to) {
        return onPair(PositionEventKind.LP_BURN, paidOut).setToAddress(to);
    }

    PriceTick.Builder sync(TokenAmounts reserves) {
        return PriceTick.newBuilder()
                .setInstrumentId(poolId)
                .setKind(PriceTickKind.SYNC)
                .setReserve0Raw(reserves.amount0().toString())
                .setReserve1Raw(reserves.amount1().toString());
    }

    /** A sync together with the swap log that follows it: changes of the pair's tokens, positive is received. */
    PriceTick.Builder syncOfSwap(TokenAmounts reserves, TokenAmounts change) {
        return sync(reserves)
                .setAmount0Raw(change.amount0().toString())
                .setAmount1Raw(change.amount1().toString());
    }

    private PositionEvent.Builder onPair(PositionEventKind kind, TokenAmounts amounts) {
        return PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(kind)
                .setAmount0Raw(amounts.amount0().toString())
                .setAmount1Raw(amounts.amount1().toString());
    }
}
