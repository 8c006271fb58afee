/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.Origin;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Turns a concentrated pool's logs into records. */
final class PoolRecords {

    private PoolRecords() {}

    /**
     * The record of a log.
     *
     * @param managed  for logs on a slot: its owner is a position manager
     * @param feePips  for swaps: the pool's fee at this log, where it is not that of its definition
     */
    static SpecificRecord of(
            ConcentratedEvent event, String poolId, boolean managed, Optional<Integer> feePips, Origin origin) {
        if (event instanceof ConcentratedEvent.Swap swap) {
            return swap(swap, poolId, feePips, origin);
        }
        if (event instanceof ConcentratedEvent.OnSlot slot) {
            return onSlot(slot, poolId, managed, origin);
        }
        return poolEvent(event, poolId, origin);
    }

    /** A request to publish every position of the pool. */
    static PoolEvent snapshot(String poolId, Origin origin) {
        return origin.complete(PoolEvent.newBuilder().setPoolId(poolId).setKind(PoolEventKind.SNAPSHOT));
    }

    /** A contract that the pool depends on is paused, or is no more. */
    static PoolEvent pause(PauseEvent pause, String contract, String poolId, Origin origin) {
        return origin.complete(PoolEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(pause.paused() ? PoolEventKind.PAUSE : PoolEventKind.UNPAUSE)
                .setContract(contract));
    }

    private static PriceTick swap(
            ConcentratedEvent.Swap swap, String poolId, Optional<Integer> feePips, Origin origin) {
        return origin.complete(PriceTick.newBuilder()
                .setInstrumentId(poolId)
                .setKind(PriceTickKind.SWAP)
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setTick(swap.tick())
                .setLiquidityRaw(swap.liquidity().toString())
                .setAmount0Raw(swap.amount0().toString())
                .setAmount1Raw(swap.amount1().toString())
                .setFeePips(feePips.orElse(null))
                .setProtocolFee0Raw(swap.protocolFees()
                        .map(fees -> fees.token0().toString())
                        .orElse(null))
                .setProtocolFee1Raw(swap.protocolFees()
                        .map(fees -> fees.token1().toString())
                        .orElse(null)));
    }

    private static PositionEvent onSlot(ConcentratedEvent.OnSlot slot, String poolId, boolean managed, Origin origin) {
        PositionEvent.Builder event = PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setOwner(slot.owner())
                .setManaged(managed)
                .setTickLower(slot.tickLower())
                .setTickUpper(slot.tickUpper())
                .setAmount0Raw(slot.amount0().toString())
                .setAmount1Raw(slot.amount1().toString());
        if (slot instanceof ConcentratedEvent.Mint mint) {
            event.setKind(PositionEventKind.MINT)
                    .setLiquidityRaw(mint.liquidity().toString());
        } else if (slot instanceof ConcentratedEvent.Burn burn) {
            event.setKind(PositionEventKind.BURN)
                    .setLiquidityRaw(burn.liquidity().toString());
        } else {
            event.setKind(PositionEventKind.COLLECT);
        }
        return origin.complete(event);
    }

    private static PoolEvent poolEvent(ConcentratedEvent event, String poolId, Origin origin) {
        PoolEvent.Builder record = PoolEvent.newBuilder().setPoolId(poolId);
        if (event instanceof ConcentratedEvent.Initialize first) {
            record.setKind(PoolEventKind.INITIALIZE)
                    .setSqrtPriceX96Raw(first.sqrtPriceX96().toString())
                    .setTick(first.tick());
        } else if (event instanceof ConcentratedEvent.Flash flash) {
            record.setKind(PoolEventKind.FLASH)
                    .setAmount0Raw(flash.paid0().toString())
                    .setAmount1Raw(flash.paid1().toString());
        } else if (event instanceof ConcentratedEvent.SetFeeProtocol set) {
            record.setKind(PoolEventKind.SET_FEE_PROTOCOL)
                    .setFeeProtocol0(set.feeProtocol0())
                    .setFeeProtocol1(set.feeProtocol1());
        } else if (event instanceof ConcentratedEvent.CollectProtocol paid) {
            record.setKind(PoolEventKind.COLLECT_PROTOCOL)
                    .setAmount0Raw(paid.amount0().toString())
                    .setAmount1Raw(paid.amount1().toString());
        }
        return origin.complete(record);
    }
}
