/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.Origin;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import org.apache.avro.specific.SpecificRecord;

/** Turns logs of Uniswap v4's PoolManager into records. */
final class SingletonRecords {

    private SingletonRecords() {}

    /** A pool's first price. */
    static PoolEvent initialized(FactoryEvent.PoolInitialized first, String poolId, Origin origin) {
        return origin.complete(PoolEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PoolEventKind.INITIALIZE)
                .setSqrtPriceX96Raw(first.sqrtPriceX96().toString())
                .setTick(first.tick()));
    }

    /**
     * The record of a log.
     *
     * @param managed  for changes of liquidity: the sender is a position manager
     */
    static SpecificRecord of(SingletonEvent event, String poolId, boolean managed, Origin origin) {
        if (event instanceof SingletonEvent.Swap swap) {
            return swap(swap, poolId, origin);
        }
        if (event instanceof SingletonEvent.Modify modify) {
            return modify(modify, poolId, managed, origin);
        }
        return poolEvent(event, poolId, origin);
    }

    /** The log's amounts are the caller's, ours the pool's. */
    private static PriceTick swap(SingletonEvent.Swap swap, String poolId, Origin origin) {
        return origin.complete(PriceTick.newBuilder()
                .setInstrumentId(poolId)
                .setKind(PriceTickKind.SWAP)
                .setSqrtPriceX96Raw(swap.sqrtPriceX96().toString())
                .setTick(swap.tick())
                .setLiquidityRaw(swap.liquidity().toString())
                .setAmount0Raw(swap.amount0().negate().toString())
                .setAmount1Raw(swap.amount1().negate().toString())
                .setFeePips(swap.feePips()));
    }

    private static PositionEvent modify(SingletonEvent.Modify modify, String poolId, boolean managed, Origin origin) {
        return origin.complete(PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PositionEventKind.MODIFY)
                .setOwner(modify.sender())
                .setManaged(managed)
                .setSalt(modify.salt())
                .setTickLower(modify.tickLower())
                .setTickUpper(modify.tickUpper())
                .setLiquidityChangeRaw(modify.liquidityChange().toString()));
    }

    private static PoolEvent poolEvent(SingletonEvent event, String poolId, Origin origin) {
        PoolEvent.Builder record = PoolEvent.newBuilder().setPoolId(poolId);
        if (event instanceof SingletonEvent.Donate donation) {
            record.setKind(PoolEventKind.DONATE)
                    .setAmount0Raw(donation.amount0().toString())
                    .setAmount1Raw(donation.amount1().toString());
        } else if (event instanceof SingletonEvent.ProtocolFee set) {
            record.setKind(PoolEventKind.SET_FEE_PROTOCOL)
                    .setFeeProtocol0(set.feeProtocol0())
                    .setFeeProtocol1(set.feeProtocol1());
        }
        return origin.complete(record);
    }
}
