/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.option.OptionKind;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.QuotedOption;
import io.ballast.streams.record.ListedQuote.Side;
import java.time.Instant;

/** Reads quotes of listed options and refuses those that make no sense. */
public final class QuotedOptionAdapter {

    /** Volatility is a fraction: more is a percentage that was not divided by 100. */
    private static final double GREATEST_VOLATILITY = 10;

    private QuotedOptionAdapter() {}

    /** @throws MalformedRecordException that names field, value and rule */
    public static ListedQuote quote(String key, QuotedOption record) {
        Fields.requireKey(key, "underlying", record.getUnderlying());
        Side bid = side("bid", record.getBidPrice(), record.getBidSize());
        Side ask = side("ask", record.getAskPrice(), record.getAskSize());
        requireNotCrossed(bid, ask);
        return new ListedQuote(
                Fields.id("instrument_id", record.getInstrumentId()),
                record.getUnderlying(),
                kind(record),
                positive("strike", record.getStrike()),
                expiry(record),
                isCoinSettled(record),
                positive("contract_size", record.getContractSize()),
                bid,
                ask,
                positiveOrNone("mark_price", record.getMarkPrice()),
                volatility("bid_iv", positiveOrNone("bid_iv", record.getBidIv())),
                volatility("ask_iv", positiveOrNone("ask_iv", record.getAskIv())),
                mark(record.getMarkIv()),
                positive("underlying_price", Fields.required("underlying_price", record.getUnderlyingPrice())),
                record.getIndexPrice() == null ? null : Double.valueOf(positive("index_price", record.getIndexPrice())),
                record.getEventTime(),
                record.getSimulated());
    }

    private static OptionKind kind(QuotedOption record) {
        return switch (record.getRight()) {
            case CALL -> OptionKind.CALL;
            case PUT -> OptionKind.PUT;
            case UNKNOWN -> throw new MalformedRecordException("right UNKNOWN is neither CALL nor PUT");
        };
    }

    private static Instant expiry(QuotedOption record) {
        if (!record.getExpiry().isAfter(record.getEventTime())) {
            throw new MalformedRecordException("expiry " + record.getExpiry() + " is not after the quote's event_time "
                    + record.getEventTime() + ": the option has expired");
        }
        return record.getExpiry();
    }

    private static boolean isCoinSettled(QuotedOption record) {
        if (record.getSettlement() == OptionSettlement.UNKNOWN) {
            throw new MalformedRecordException("settlement UNKNOWN is neither COIN nor LINEAR");
        }
        return record.getSettlement() == OptionSettlement.COIN;
    }

    /** Venues write 0 where there is nobody. */
    private static Side side(String name, Double price, Double size) {
        Double given = positiveOrNone(name + "_price", price);
        Double contracts = size == null ? null : positiveOrNone(name + "_size", size);
        boolean nobody = given == null || size != null && contracts == null;
        return nobody ? null : new Side(given, contracts);
    }

    private static void requireNotCrossed(Side bid, Side ask) {
        if (bid != null && ask != null && bid.price() > ask.price()) {
            throw new MalformedRecordException("bid_price " + bid.price() + " is above ask_price " + ask.price());
        }
    }

    private static Double mark(Double value) {
        return value == null ? null : volatility("mark_iv", positive("mark_iv", value));
    }

    private static Double volatility(String field, Double value) {
        if (value != null && value > GREATEST_VOLATILITY) {
            throw new MalformedRecordException(
                    field + " " + value + " is above " + GREATEST_VOLATILITY + ": 70 % is 0.7");
        }
        return value;
    }

    private static Double positiveOrNone(String field, Double value) {
        return value == null || value == 0 ? null : Double.valueOf(positive(field, value));
    }

    private static double positive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new MalformedRecordException(field + " " + value + " is not a positive finite number");
        }
        return value;
    }
}
