/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.Origin;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.math.BigInteger;
import java.util.Optional;

/** Turns a pair's logs, and the transfers of its tokens, into records. */
final class PairRecords {

    private PairRecords() {}

    /** Reserves from here on, with the amounts of the swap that they come from, if they do from one. */
    static PriceTick sync(PairEvent.Sync sync, Optional<PairEvent.Swap> swap, String poolId, Origin origin) {
        return origin.complete(PriceTick.newBuilder()
                .setInstrumentId(poolId)
                .setKind(PriceTickKind.SYNC)
                .setReserve0Raw(sync.reserve0().toString())
                .setReserve1Raw(sync.reserve1().toString())
                .setAmount0Raw(swap.map(done -> done.amount0().toString()).orElse(null))
                .setAmount1Raw(swap.map(done -> done.amount1().toString()).orElse(null)));
    }

    static PositionEvent mint(PairEvent.Mint mint, String poolId, Origin origin) {
        return origin.complete(PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PositionEventKind.LP_MINT)
                .setAmount0Raw(mint.amount0().toString())
                .setAmount1Raw(mint.amount1().toString()));
    }

    static PositionEvent burn(PairEvent.Burn burn, String poolId, Origin origin) {
        return origin.complete(PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PositionEventKind.LP_BURN)
                .setAmount0Raw(burn.amount0().toString())
                .setAmount1Raw(burn.amount1().toString())
                .setToAddress(burn.to()));
    }

    /** The pair's own LP token moved. */
    static PositionEvent lpTransfer(TransferEvent transfer, String poolId, Origin origin) {
        return origin.complete(PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setKind(PositionEventKind.LP_TRANSFER)
                .setLiquidityRaw(transfer.value().toString())
                .setFromAddress(transfer.from())
                .setToAddress(transfer.to()));
    }

    /**
     * One of the pair's two tokens moved in or out.
     *
     * @param token  which
     */
    static PoolEvent tokenTransfer(TransferEvent transfer, String token, KnownPool pair, Origin origin) {
        BigInteger change = transfer.to().equals(pair.listing().address())
                ? transfer.value()
                : transfer.value().negate();
        boolean first = token.equals(pair.listing().token0());
        return origin.complete(PoolEvent.newBuilder()
                .setPoolId(pair.poolId())
                .setKind(PoolEventKind.TOKEN_TRANSFER)
                .setAmount0Raw(first ? change.toString() : "0")
                .setAmount1Raw(first ? "0" : change.toString()));
    }
}
