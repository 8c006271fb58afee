/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.schema.PriceTick;
import io.ballast.schema.ReferencePrice;

/** Reads price ticks of markets as reference prices: a trade or mark at its price, a quote at the middle of bid and ask. */
public final class MarketTickAdapter {

    private MarketTickAdapter() {}

    public static boolean isOfMarket(PriceTick tick) {
        return switch (tick.getKind()) {
            case TRADE, QUOTE, MARK -> true;
            case SWAP, SYNC, BAR, EXCHANGE, BALANCES, UNKNOWN -> false;
        };
    }

    /** @throws MalformedRecordException if the key is not the instrument's id or the price makes no sense */
    public static ReferencePrice referencePrice(String key, PriceTick tick) {
        Fields.requireKey(key, "instrument_id", tick.getInstrumentId());
        double price =
                switch (tick.getKind()) {
                    case QUOTE -> middle(positive("bid", tick.getBid()), positive("ask", tick.getAsk()));
                    default -> positive("price", tick.getPrice());
                };
        return ReferencePrice.newBuilder()
                .setInstrumentId(tick.getInstrumentId())
                .setPrice(price)
                .setEventTime(tick.getEventTime())
                .setSimulated(tick.getSimulated())
                .build();
    }

    private static double middle(double bid, double ask) {
        if (bid > ask) {
            throw new MalformedRecordException("bid " + bid + " is above ask " + ask);
        }
        return bid + (ask - bid) / 2;
    }

    private static double positive(String field, Double value) {
        double number = Fields.required(field, value);
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new MalformedRecordException(field + " " + number + " is not a positive finite number");
        }
        return number;
    }
}
