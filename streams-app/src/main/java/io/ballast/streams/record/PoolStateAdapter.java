/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static io.ballast.streams.record.Fields.id;
import static io.ballast.streams.record.Fields.required;
import static io.ballast.streams.record.Fields.signed;
import static io.ballast.streams.record.Fields.unsigned;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.ManagerBooks;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.PoolSnapshot;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SlotState;
import io.ballast.risk.pool.concentrated.TickState;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolState;
import io.ballast.schema.PoolStateNft;
import io.ballast.schema.PoolStateSlot;
import io.ballast.schema.PoolStateTick;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Reads a concentrated pool's state as it was read from the chain. */
final class PoolStateAdapter {

    private static final int GROWTH_BITS = 256;
    private static final int AMOUNT_BITS = 128;

    private PoolStateAdapter() {}

    static BookEvent joined(PoolEvent event) {
        PoolState state = required("state", event.getState());
        Set<String> managed = new HashSet<>();
        Map<SlotKey, SlotState> slots = new HashMap<>();
        for (PoolStateSlot slot : state.getSlots()) {
            slots.put(
                    new SlotKey(id("state.slots.owner", slot.getOwner()), slot.getTickLower(), slot.getTickUpper()),
                    slot(slot));
            if (slot.getManaged()) {
                managed.add(slot.getOwner());
            }
        }
        return new BookEvent.Joined(
                snapshot(event, state, slots),
                managed,
                state.getNfts().stream().map(PoolStateAdapter::nft).toList());
    }

    private static PoolSnapshot snapshot(PoolEvent event, PoolState state, Map<SlotKey, SlotState> slots) {
        return new PoolSnapshot(
                unsigned("sqrt_price_x96_raw", event.getSqrtPriceX96Raw(), 160),
                required("tick", event.getTick()),
                unsigned("state.liquidity_raw", state.getLiquidityRaw(), AMOUNT_BITS),
                new FeeGrowth(
                        growth("state.fee_growth_global0_x128_raw", state.getFeeGrowthGlobal0X128Raw()),
                        growth("state.fee_growth_global1_x128_raw", state.getFeeGrowthGlobal1X128Raw())),
                required("fee_protocol0", event.getFeeProtocol0()),
                required("fee_protocol1", event.getFeeProtocol1()),
                ticks(state),
                slots);
    }

    private static NavigableMap<Integer, TickState> ticks(PoolState state) {
        NavigableMap<Integer, TickState> ticks = new TreeMap<>();
        for (PoolStateTick tick : state.getTicks()) {
            ticks.put(
                    tick.getTick(),
                    new TickState(
                            unsigned("state.ticks.liquidity_gross_raw", tick.getLiquidityGrossRaw(), AMOUNT_BITS),
                            signed("state.ticks.liquidity_net_raw", tick.getLiquidityNetRaw(), AMOUNT_BITS),
                            growth("state.ticks.fee_growth_outside0_x128_raw", tick.getFeeGrowthOutside0X128Raw()),
                            growth("state.ticks.fee_growth_outside1_x128_raw", tick.getFeeGrowthOutside1X128Raw())));
        }
        return ticks;
    }

    private static SlotState slot(PoolStateSlot slot) {
        return new SlotState(
                amount("state.slots.liquidity_raw", slot.getLiquidityRaw()),
                growth("state.slots.fee_growth_inside0_last_x128_raw", slot.getFeeGrowthInside0LastX128Raw()),
                growth("state.slots.fee_growth_inside1_last_x128_raw", slot.getFeeGrowthInside1LastX128Raw()),
                amount("state.slots.tokens_owed0_raw", slot.getTokensOwed0Raw()),
                amount("state.slots.tokens_owed1_raw", slot.getTokensOwed1Raw()));
    }

    private static BookEvent.JoinedNft nft(PoolStateNft nft) {
        return new BookEvent.JoinedNft(
                new BookEvent.NftKey(
                        id("state.nfts.position_manager", nft.getPositionManager()),
                        unsigned("state.nfts.token_id", nft.getTokenId(), GROWTH_BITS)
                                .toString(),
                        nft.getTickLower(),
                        nft.getTickUpper()),
                id("state.nfts.owner", nft.getOwner()),
                nft.getCustodian() == null ? null : id("state.nfts.custodian", nft.getCustodian()),
                new ManagerBooks(
                        amount("state.nfts.liquidity_raw", nft.getLiquidityRaw()),
                        growth("state.nfts.fee_growth_inside0_last_x128_raw", nft.getFeeGrowthInside0LastX128Raw()),
                        growth("state.nfts.fee_growth_inside1_last_x128_raw", nft.getFeeGrowthInside1LastX128Raw()),
                        amount("state.nfts.tokens_owed0_raw", nft.getTokensOwed0Raw()),
                        amount("state.nfts.tokens_owed1_raw", nft.getTokensOwed1Raw())));
    }

    private static BigInteger amount(String field, String value) {
        return unsigned(field, value, AMOUNT_BITS);
    }

    private static BigInteger growth(String field, String value) {
        return unsigned(field, value, GROWTH_BITS);
    }
}
