/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static io.ballast.streams.record.Fields.id;
import static io.ballast.streams.record.Fields.optionalUnsigned;
import static io.ballast.streams.record.Fields.required;
import static io.ballast.streams.record.Fields.signed;
import static io.ballast.streams.record.Fields.unsigned;
import static io.ballast.streams.record.Fields.word;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.share.ShareEvent;
import io.ballast.schema.PositionEvent;
import java.math.BigInteger;

/** Reads position events as events of the pool's book. */
final class PositionEventAdapter {

    private final PositionEvent event;

    private PositionEventAdapter(PositionEvent event) {
        this.event = event;
    }

    /** @throws IllegalArgumentException if fields that the kind needs are missing or wrong */
    static Arrival<Origin> arrival(PositionEvent event, Coordinates from, byte[] raw) {
        return new Arrival<>(
                Fields.logPosition(event.getBlockNumber(), event.getBlockHash(), event.getLogIndex()),
                new PositionEventAdapter(event).read(),
                event.getRemoved(),
                new Origin(from, raw, event.getEventTime(), event.getSimulated()),
                Marks.at(event.getEventTime().toEpochMilli()));
    }

    private BookEvent read() {
        return switch (event.getKind()) {
            case MINT -> new BookEvent.SlotMint(slot(), event.getManaged(), liquidity(), amount0(), amount1());
            case BURN -> new BookEvent.SlotBurn(slot(), event.getManaged(), liquidity(), amount0(), amount1());
            case COLLECT -> new BookEvent.SlotCollect(slot(), event.getManaged(), amount0(), amount1());
            case MODIFY -> new BookEvent.SlotModify(slot(), event.getManaged(), liquidityChange());
            case NFT_INCREASE -> new BookEvent.NftIncrease(nft(), liquidity(), amount0(), amount1());
            case NFT_DECREASE -> new BookEvent.NftDecrease(nft(), liquidity(), amount0(), amount1());
            case NFT_COLLECT -> new BookEvent.NftCollect(nft(), amount0(), amount1());
            case NFT_TRANSFER -> new BookEvent.NftTransfer(nft(), from(), to(), event.getInCustody());
            case LP_TRANSFER ->
                new BookEvent.LpTransfer(from(), to(), unsigned("liquidity_raw", event.getLiquidityRaw(), 256));
            case LP_MINT -> new BookEvent.LpMint(amount0(), amount1());
            case LP_BURN -> new BookEvent.LpBurn(amount0(), amount1());
            case JOIN ->
                new ShareEvent.Join(amount0(), amount1(), protocol0(), protocol1(), supplyOrNull(), atSeconds());
            case EXIT ->
                new ShareEvent.Exit(amount0(), amount1(), protocol0(), protocol1(), supplyOrNull(), atSeconds());
            case UNKNOWN -> throw new MalformedRecordException("kind UNKNOWN: no log that this version knows");
        };
    }

    private SlotKey slot() {
        return new SlotKey(id("owner", event.getOwner()), tickLower(), tickUpper(), salt());
    }

    private String salt() {
        return event.getSalt() == null ? "" : word("salt", event.getSalt());
    }

    private BigInteger liquidityChange() {
        required("salt", event.getSalt());
        return signed("liquidity_change_raw", event.getLiquidityChangeRaw(), 128);
    }

    private BookEvent.NftKey nft() {
        BookEvent.NftKey nft = new BookEvent.NftKey(
                id("position_manager", event.getPositionManager()),
                unsigned("token_id", event.getTokenId(), 256).toString(),
                tickLower(),
                tickUpper(),
                salt());
        requireRange(nft);
        return nft;
    }

    /** A slot knows which ranges there are. */
    private static void requireRange(BookEvent.NftKey nft) {
        nft.slot();
    }

    private int tickLower() {
        return required("tick_lower", event.getTickLower());
    }

    private int tickUpper() {
        return required("tick_upper", event.getTickUpper());
    }

    private BigInteger liquidity() {
        return unsigned("liquidity_raw", event.getLiquidityRaw(), 128);
    }

    private BigInteger amount0() {
        return unsigned("amount0_raw", event.getAmount0Raw(), 256);
    }

    private BigInteger amount1() {
        return unsigned("amount1_raw", event.getAmount1Raw(), 256);
    }

    private BigInteger protocol0() {
        return orZero(optionalUnsigned("protocol_fee0_raw", event.getProtocolFee0Raw(), 256));
    }

    private BigInteger protocol1() {
        return orZero(optionalUnsigned("protocol_fee1_raw", event.getProtocolFee1Raw(), 256));
    }

    private static BigInteger orZero(BigInteger told) {
        return told == null ? BigInteger.ZERO : told;
    }

    private BigInteger supplyOrNull() {
        return optionalUnsigned("lp_supply_raw", event.getLpSupplyRaw(), 256);
    }

    private long atSeconds() {
        return event.getEventTime().getEpochSecond();
    }

    private String from() {
        return id("from_address", event.getFromAddress());
    }

    private String to() {
        return id("to_address", event.getToAddress());
    }
}
