/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Observed;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what Deribit's instruments are. Amounts there are in dollars of inverse perpetuals and in coins of all else; ours are in
 * contracts. It does not tell margins, which grow with the position.
 */
final class DeribitContracts {

    private static final String DOLLARS = "USD";

    private DeribitContracts() {}

    /** The instrument; nothing if it is a kind that is not hedged with, such as a dated future. */
    static Optional<Observed> of(Fields item, Instant heardAt) throws MalformedMessageException {
        InstrumentKind kind = kind(item);
        if (kind == InstrumentKind.UNKNOWN) {
            return Optional.empty();
        }
        HedgeInstrument.Builder instrument = HedgeInstrument.newBuilder()
                .setInstrumentId(DeribitAdapter.VENUE + ":" + item.text("instrument_name"))
                .setKind(kind)
                .setMakerFeeRate(item.decimal("maker_commission").doubleValue())
                .setTakerFeeRate(item.decimal("taker_commission").doubleValue())
                .setEventTime(heardAt);
        assets(instrument, item);
        size(instrument, item);
        if (isOption(kind)) {
            option(instrument, item);
        } else {
            instrument.setFundingIntervalHours(FundingIntervals.DERIBIT_HOURS);
        }
        return Optional.of(new Observed.Contract(instrument.build()));
    }

    private static void assets(HedgeInstrument.Builder instrument, Fields item) throws MalformedMessageException {
        boolean inCoin = isInCoin(instrument.getKind());
        instrument
                .setBase(item.text("base_currency"))
                .setQuote(inCoin ? DOLLARS : item.text("quote_currency"))
                .setSettlement(item.text(inCoin ? "base_currency" : "quote_currency"));
    }

    private static void size(HedgeInstrument.Builder instrument, Fields item) throws MalformedMessageException {
        BigDecimal size = item.decimal("contract_size");
        if (size.signum() <= 0) {
            throw new MalformedMessageException("contract_size " + size + " is not above 0");
        }
        BigDecimal lot = item.decimal("min_trade_amount").divide(size, MathContext.DECIMAL64);
        instrument
                .setMultiplier(size.toPlainString())
                .setLot(lot.stripTrailingZeros().toPlainString());
    }

    private static InstrumentKind kind(Fields item) throws MalformedMessageException {
        boolean reversed =
                item.textOrNone("instrument_type").filter("reversed"::equals).isPresent();
        boolean perpetual =
                item.textOrNone("settlement_period").filter("perpetual"::equals).isPresent();
        return switch (item.text("kind")) {
            case "option" -> reversed ? InstrumentKind.COIN_SETTLED_OPTION : InstrumentKind.LINEAR_OPTION;
            case "future" -> perpetual(perpetual, reversed);
            default -> InstrumentKind.UNKNOWN;
        };
    }

    private static InstrumentKind perpetual(boolean perpetual, boolean reversed) {
        if (!perpetual) {
            return InstrumentKind.UNKNOWN;
        }
        return reversed ? InstrumentKind.INVERSE_PERPETUAL : InstrumentKind.LINEAR_PERPETUAL;
    }

    private static boolean isInCoin(InstrumentKind kind) {
        return kind == InstrumentKind.INVERSE_PERPETUAL || kind == InstrumentKind.COIN_SETTLED_OPTION;
    }

    private static boolean isOption(InstrumentKind kind) {
        return kind == InstrumentKind.COIN_SETTLED_OPTION || kind == InstrumentKind.LINEAR_OPTION;
    }

    private static void option(HedgeInstrument.Builder instrument, Fields item) throws MalformedMessageException {
        instrument
                .setStrike(item.decimal("strike").toPlainString())
                .setExpiry(item.millis("expiration_timestamp"))
                .setOptionRight(item.text("option_type").equals("call") ? OptionRight.CALL : OptionRight.PUT);
    }
}
