/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.records.Origin;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import java.util.Set;

/** Turns a position manager's logs into records. */
final class NftRecords {

    private NftRecords() {}

    /**
     * The record of a log.
     *
     * @param manager  the contract that wrote it
     * @param position  the range that the NFT stands for
     * @param custodians  contracts that keep NFTs for others
     */
    static PositionEvent of(
            ManagerEvent event,
            String manager,
            NftPosition position,
            String poolId,
            Set<String> custodians,
            Origin origin) {
        PositionEvent.Builder record = PositionEvent.newBuilder()
                .setPoolId(poolId)
                .setPositionManager(manager)
                .setTokenId(event.tokenId().toString())
                .setTickLower(position.tickLower())
                .setTickUpper(position.tickUpper())
                .setSalt(position.salt().orElse(null));
        if (event instanceof ManagerEvent.Transfer transfer) {
            record.setKind(PositionEventKind.NFT_TRANSFER)
                    .setFromAddress(transfer.from())
                    .setToAddress(transfer.to())
                    .setInCustody(custodians.contains(transfer.to()));
        } else if (event instanceof ManagerEvent.OnLiquidity change) {
            fill(record, change);
        }
        return origin.complete(record);
    }

    private static void fill(PositionEvent.Builder record, ManagerEvent.OnLiquidity change) {
        record.setAmount0Raw(change.amount0().toString())
                .setAmount1Raw(change.amount1().toString());
        if (change instanceof ManagerEvent.Increase increase) {
            record.setKind(PositionEventKind.NFT_INCREASE)
                    .setLiquidityRaw(increase.liquidity().toString());
        } else if (change instanceof ManagerEvent.Decrease decrease) {
            record.setKind(PositionEventKind.NFT_DECREASE)
                    .setLiquidityRaw(decrease.liquidity().toString());
        } else {
            record.setKind(PositionEventKind.NFT_COLLECT);
        }
    }
}
