/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import java.math.BigInteger;

/** The records of a position manager's logs (v3-periphery {@code INonfungiblePositionManager}, ERC-721). */
final class ManagerLogs {

    private final String manager;

    ManagerLogs(String manager) {
        this.manager = manager;
    }

    PositionEvent.Builder transfer(Nft nft, String from, String to) {
        return on(PositionEventKind.NFT_TRANSFER, nft).setFromAddress(from).setToAddress(to);
    }

    PositionEvent.Builder increase(Nft nft, BigInteger liquidity, TokenAmounts paid) {
        return amounts(PositionEventKind.NFT_INCREASE, nft, paid).setLiquidityRaw(liquidity.toString());
    }

    PositionEvent.Builder decrease(Nft nft, BigInteger liquidity, TokenAmounts credited) {
        return amounts(PositionEventKind.NFT_DECREASE, nft, credited).setLiquidityRaw(liquidity.toString());
    }

    PositionEvent.Builder collect(Nft nft, TokenAmounts booked) {
        return amounts(PositionEventKind.NFT_COLLECT, nft, booked);
    }

    private PositionEvent.Builder amounts(PositionEventKind kind, Nft nft, TokenAmounts amounts) {
        return on(kind, nft)
                .setAmount0Raw(amounts.amount0().toString())
                .setAmount1Raw(amounts.amount1().toString());
    }

    private PositionEvent.Builder on(PositionEventKind kind, Nft nft) {
        return PositionEvent.newBuilder()
                .setPoolId(nft.pool().terms().poolId())
                .setKind(kind)
                .setPositionManager(manager)
                .setTokenId(Long.toString(nft.tokenId()))
                .setTickLower(nft.range().lower())
                .setTickUpper(nft.range().upper());
    }
}
