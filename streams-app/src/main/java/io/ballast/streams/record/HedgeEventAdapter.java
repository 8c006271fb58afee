/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.hedge.CollateralTransfer;
import io.ballast.risk.hedge.Fill;
import io.ballast.risk.hedge.FundingInterval;
import io.ballast.risk.hedge.FundingPayment;
import io.ballast.risk.hedge.FundingRate;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.Settlement;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.HedgeEvent;
import io.ballast.schema.HedgeEventKind;
import io.ballast.schema.HedgeInstrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads what happened in hedge accounts. */
public final class HedgeEventAdapter {

    private HedgeEventAdapter() {}

    /**
     * The portfolio whose accounts it happened in.
     *
     * @throws IllegalArgumentException if the key is not the portfolio, or no path
     */
    public static PortfolioPath portfolio(String key, HedgeEvent record) {
        Fields.requireKey(key, "portfolio", record.getPortfolio());
        return new PortfolioPath(key);
    }

    /** Id of the instrument that must be known; null: none. */
    public static String instrumentId(HedgeEvent record) {
        return record.getKind() == HedgeEventKind.COLLATERAL_TRANSFER
                ? null
                : Fields.id("instrument_id", record.getInstrumentId());
    }

    /**
     * What happened.
     *
     * @param instrument  what it is about; null for a transfer
     * @throws IllegalArgumentException if a field that its kind needs is missing or makes no sense
     */
    public static io.ballast.risk.hedge.HedgeEvent event(HedgeEvent record, HedgeInstrument instrument) {
        String id = Fields.id("event_id", record.getEventId());
        long timeMicros = micros(record.getEventTime());
        if (record.getKind() == HedgeEventKind.COLLATERAL_TRANSFER) {
            return new CollateralTransfer(
                    id,
                    timeMicros,
                    Fields.id("venue", record.getVenue()),
                    Fields.id("asset", record.getAsset()),
                    Decimals.required("amount", record.getAmount()));
        }
        InstrumentKey key = HedgeInstrumentAdapter.key(instrument.getInstrumentId());
        return switch (record.getKind()) {
            case FILL -> fill(record, id, timeMicros, key, instrument);
            case FUNDING_PAYMENT ->
                new FundingPayment(id, timeMicros, key, Decimals.required("amount", record.getAmount()));
            case FUNDING_RATE -> rate(record, id, timeMicros, key, instrument);
            case SETTLEMENT ->
                new Settlement(id, timeMicros, key, Decimals.required("price", record.getPrice()), fee(record));
            case COLLATERAL_TRANSFER, UNKNOWN ->
                throw new MalformedRecordException("kind of hedge event " + id + " is missing or not known here");
        };
    }

    private static Fill fill(
            HedgeEvent record, String id, long timeMicros, InstrumentKey key, HedgeInstrument instrument) {
        String feeAsset = record.getFeeAsset() == null ? instrument.getSettlement() : record.getFeeAsset();
        return new Fill(
                id,
                timeMicros,
                key,
                Decimals.required("contracts", record.getContracts()),
                Decimals.required("price", record.getPrice()),
                fee(record),
                feeAsset);
    }

    private static FundingRate rate(
            HedgeEvent record, String id, long timeMicros, InstrumentKey key, HedgeInstrument instrument) {
        Integer hours = record.getFundingIntervalHours() == null
                ? instrument.getFundingIntervalHours()
                : record.getFundingIntervalHours();
        return new FundingRate(
                id,
                timeMicros,
                key,
                Decimals.required("funding_rate", record.getFundingRate()),
                new FundingInterval(Fields.required("funding_interval_hours", hours)),
                Decimals.required("mark_price", record.getMarkPrice()));
    }

    private static BigDecimal fee(HedgeEvent record) {
        BigDecimal fee = Decimals.optional("fee", record.getFee());
        return fee == null ? BigDecimal.ZERO : fee;
    }

    /** Microseconds since 1970. */
    public static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
