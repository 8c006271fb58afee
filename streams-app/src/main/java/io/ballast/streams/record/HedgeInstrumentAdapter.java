/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.hedge.CoinSettledOption;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.InstrumentTerms;
import io.ballast.risk.hedge.InversePerpetual;
import io.ballast.risk.hedge.LinearOption;
import io.ballast.risk.hedge.LinearPerpetual;
import io.ballast.risk.hedge.MarginTerms;
import io.ballast.risk.hedge.OptionRight;
import io.ballast.risk.hedge.OptionTerms;
import io.ballast.risk.hedge.Spot;
import io.ballast.schema.HedgeInstrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads what can be traded as a hedge. */
public final class HedgeInstrumentAdapter {

    private static final char SEPARATOR = ':';

    private HedgeInstrumentAdapter() {}

    /** @throws IllegalArgumentException if the key is not the instrument's id or its terms make no sense */
    public static Instrument instrument(String key, HedgeInstrument record) {
        Fields.requireKey(key, "instrument_id", record.getInstrumentId());
        requireRate("maker_fee_rate", record.getMakerFeeRate());
        requireRate("taker_fee_rate", record.getTakerFeeRate());
        requireDepth(record.getDepthCoins());
        InstrumentTerms terms = terms(record);
        return switch (record.getKind()) {
            case SPOT -> new Spot(terms);
            case LINEAR_PERPETUAL -> new LinearPerpetual(terms);
            case INVERSE_PERPETUAL -> new InversePerpetual(terms);
            case LINEAR_OPTION -> new LinearOption(terms, option(record));
            case COIN_SETTLED_OPTION -> new CoinSettledOption(terms, option(record));
            case UNKNOWN -> throw new MalformedRecordException("kind of " + key + " is missing or not known here");
        };
    }

    /** Venue and symbol of an instrument's id. */
    public static InstrumentKey key(String instrumentId) {
        int separator = Fields.id("instrument_id", instrumentId).indexOf(SEPARATOR);
        if (separator <= 0 || separator == instrumentId.length() - 1) {
            throw new MalformedRecordException("instrument_id " + instrumentId + " is not venue:symbol");
        }
        return new InstrumentKey(instrumentId.substring(0, separator), instrumentId.substring(separator + 1));
    }

    private static InstrumentTerms terms(HedgeInstrument record) {
        BigDecimal lot = Decimals.required("lot", record.getLot());
        BigDecimal minimum = Decimals.optional("minimum_size", record.getMinimumSize());
        return new InstrumentTerms(
                key(record.getInstrumentId()),
                record.getBase(),
                record.getQuote(),
                record.getSettlement(),
                Decimals.required("multiplier", record.getMultiplier()),
                lot,
                minimum == null ? lot : minimum,
                margin(record));
    }

    private static MarginTerms margin(HedgeInstrument record) {
        Double initial = record.getInitialMarginRate();
        Double maintenance = record.getMaintenanceMarginRate();
        return initial == null || maintenance == null
                ? null
                : new MarginTerms(
                        Decimals.of("initial_margin_rate", initial),
                        Decimals.of("maintenance_margin_rate", maintenance));
    }

    private static OptionTerms option(HedgeInstrument record) {
        OptionRight right =
                switch (record.getOptionRight()) {
                    case CALL -> OptionRight.CALL;
                    case PUT -> OptionRight.PUT;
                    case UNKNOWN -> throw new MalformedRecordException("option_right is missing");
                };
        Instant expiry = Fields.required("expiry", record.getExpiry());
        return new OptionTerms(
                right,
                Decimals.required("strike", record.getStrike()),
                ChronoUnit.MICROS.between(Instant.EPOCH, expiry));
    }

    private static void requireDepth(Double coins) {
        if (coins != null && !(coins > 0 && coins < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("depth_coins " + coins + " must be finite and positive");
        }
    }

    private static void requireRate(String field, Double rate) {
        if (rate != null && !(Math.abs(rate) < 1)) {
            throw new MalformedRecordException(field + " " + rate + " is not a fraction of the notional");
        }
    }
}
