/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static io.ballast.streams.record.Fields.optionalUnsigned;
import static io.ballast.streams.record.Fields.required;
import static io.ballast.streams.record.Fields.signed;
import static io.ballast.streams.record.Fields.unsigned;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.pool.concentrated.LoggedFee;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.share.ShareEvent;
import io.ballast.schema.PriceTick;
import java.math.BigInteger;

/** Reads price ticks of pools as events of their books. */
final class PriceTickAdapter {

    private PriceTickAdapter() {}

    /** @throws MalformedRecordException if fields that the kind needs are missing or wrong */
    static Arrival<Origin> arrival(PriceTick tick, Coordinates from, byte[] raw) {
        return new Arrival<>(
                Fields.logPosition(tick.getBlockNumber(), tick.getBlockHash(), tick.getLogIndex()),
                event(tick),
                tick.getRemoved(),
                new Origin(from, raw, tick.getEventTime(), tick.getSimulated()),
                Marks.at(tick.getEventTime().toEpochMilli()));
    }

    private static BookEvent event(PriceTick tick) {
        return switch (tick.getKind()) {
            case SWAP -> swap(tick);
            case SYNC ->
                new BookEvent.Sync(
                        unsigned("reserve0_raw", tick.getReserve0Raw(), 112),
                        unsigned("reserve1_raw", tick.getReserve1Raw(), 112));
            case BAR -> bar(tick);
            case EXCHANGE ->
                new ShareEvent.Exchange(
                        signed("amount0_raw", tick.getAmount0Raw(), 256),
                        signed("amount1_raw", tick.getAmount1Raw(), 256),
                        tick.getEventTime().getEpochSecond());
            case BALANCES ->
                new ShareEvent.Balances(
                        unsigned("reserve0_raw", tick.getReserve0Raw(), 256),
                        unsigned("reserve1_raw", tick.getReserve1Raw(), 256),
                        tick.getEventTime().getEpochSecond());
            case TRADE, QUOTE, MARK, UNKNOWN ->
                throw new MalformedRecordException("kind " + tick.getKind() + " is no observation of a pool");
        };
    }

    private static BookEvent swap(PriceTick tick) {
        return new BookEvent.Swap(
                signed("amount0_raw", tick.getAmount0Raw(), 256),
                signed("amount1_raw", tick.getAmount1Raw(), 256),
                unsigned("sqrt_price_x96_raw", tick.getSqrtPriceX96Raw(), 160),
                unsigned("liquidity_raw", tick.getLiquidityRaw(), 128),
                required("tick", tick.getTick()),
                fee(tick));
    }

    /** The protocol has its share in the token that was paid in; the other is 0. */
    private static LoggedFee fee(PriceTick tick) {
        if (tick.getFeePips() == null && tick.getProtocolFee0Raw() == null && tick.getProtocolFee1Raw() == null) {
            return LoggedFee.NONE;
        }
        BigInteger share0 = optionalUnsigned("protocol_fee0_raw", tick.getProtocolFee0Raw(), 128);
        BigInteger share1 = optionalUnsigned("protocol_fee1_raw", tick.getProtocolFee1Raw(), 128);
        boolean told = share0 != null && share1 != null;
        return new LoggedFee(tick.getFeePips(), told ? share0.add(share1) : null);
    }

    private static BookEvent bar(PriceTick tick) {
        return new BookEvent.Bar(
                required("tick", tick.getTick()),
                unsigned("in_amount0_raw", tick.getInAmount0Raw(), 256),
                unsigned("in_amount1_raw", tick.getInAmount1Raw(), 256),
                unsigned("liquidity_raw", tick.getLiquidityRaw(), 128));
    }
}
