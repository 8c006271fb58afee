/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import static io.ballast.streams.record.Fields.required;
import static io.ballast.streams.record.Fields.signed;
import static io.ballast.streams.record.Fields.unsigned;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.schema.PoolEvent;

/** Reads pool events as events of the pool's book. */
final class PoolEventAdapter {

    private PoolEventAdapter() {}

    /** @throws MalformedRecordException if fields that the kind needs are missing or wrong */
    static Arrival<Origin> arrival(PoolEvent event, Coordinates from, byte[] raw) {
        return new Arrival<>(
                Fields.logPosition(event.getBlockNumber(), event.getBlockHash(), event.getLogIndex()),
                read(event),
                event.getRemoved(),
                new Origin(from, raw, event.getEventTime(), event.getSimulated()),
                Marks.at(event.getEventTime().toEpochMilli()));
    }

    private static BookEvent read(PoolEvent event) {
        return switch (event.getKind()) {
            case INITIALIZE ->
                new BookEvent.Initialize(
                        unsigned("sqrt_price_x96_raw", event.getSqrtPriceX96Raw(), 160),
                        required("tick", event.getTick()));
            case FLASH ->
                new BookEvent.Flash(
                        unsigned("amount0_raw", event.getAmount0Raw(), 256),
                        unsigned("amount1_raw", event.getAmount1Raw(), 256));
            case DONATE ->
                new BookEvent.Donate(
                        unsigned("amount0_raw", event.getAmount0Raw(), 256),
                        unsigned("amount1_raw", event.getAmount1Raw(), 256));
            case SET_FEE_PROTOCOL ->
                new BookEvent.SetFeeProtocol(
                        required("fee_protocol0", event.getFeeProtocol0()),
                        required("fee_protocol1", event.getFeeProtocol1()));
            case COLLECT_PROTOCOL ->
                new BookEvent.CollectProtocol(
                        unsigned("amount0_raw", event.getAmount0Raw(), 128),
                        unsigned("amount1_raw", event.getAmount1Raw(), 128));
            case TOKEN_TRANSFER ->
                new BookEvent.TokenTransfer(
                        signed("amount0_raw", event.getAmount0Raw(), 256),
                        signed("amount1_raw", event.getAmount1Raw(), 256));
            case STATE -> PoolStateAdapter.joined(event);
            case SWAP_FEE -> ShareParameterAdapter.fees(event);
            case AMPLIFICATION -> ShareParameterAdapter.amplification(event);
            case WEIGHTS -> ShareParameterAdapter.weights(event);
            case PAUSE -> new BookEvent.Pause(event.getContract(), true);
            case UNPAUSE -> new BookEvent.Pause(event.getContract(), false);
            case SNAPSHOT -> new BookEvent.Snapshot(event.getLabel());
            case UNKNOWN -> throw new MalformedRecordException("kind UNKNOWN: no log that this version knows");
        };
    }
}
