/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;

/** The records of one concentrated pool's own logs (v3-core {@code IUniswapV3PoolEvents}). */
final class ConcentratedLogs {

    private final String poolId;

    ConcentratedLogs(String poolId) {
        this.poolId = poolId;
    }

    PoolEvent.Builder initialize(BigInteger sqrtPriceX96, int tick) {
        return PoolEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PoolEventKind.INITIALIZE)
                .setSqrtPriceX96Raw(sqrtPriceX96.toString())
                .setTick(tick);
    }

    PriceTick.Builder swap(SwapResult swap) {
        return PriceTick.newBuilder()
                .setInstrumentId(poolId)
                .setKind(PriceTickKind.SWAP)
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setTick(swap.tick())
                .setLiquidityRaw(swap.liquidity().toString())
                .setAmount0Raw(swap.amount0().toString())
                .setAmount1Raw(swap.amount1().toString());
    }

    PositionEvent.Builder mint(PoolSlot slot, BigInteger liquidity, TokenAmounts paid) {
        return onSlot(PositionEventKind.MINT, slot, paid).setLiquidityRaw(liquidity.toString());
    }

    PositionEvent.Builder burn(PoolSlot slot, BigInteger liquidity, TokenAmounts credited) {
        return onSlot(PositionEventKind.BURN, slot, credited).setLiquidityRaw(liquidity.toString());
    }

    PositionEvent.Builder collect(PoolSlot slot, TokenAmounts paid) {
        return onSlot(PositionEventKind.COLLECT, slot, paid);
    }

    private PositionEvent.Builder onSlot(PositionEventKind kind, PoolSlot slot, TokenAmounts amounts) {
        SlotKey key = slot.key();
        return PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(kind)
                .setOwner(key.owner())
                .setManaged(slot.managed())
                .setTickLower(key.tickLower())
                .setTickUpper(key.tickUpper())
                .setAmount0Raw(amounts.amount0().toString())
                .setAmount1Raw(amounts.amount1().toString());
    }
}
