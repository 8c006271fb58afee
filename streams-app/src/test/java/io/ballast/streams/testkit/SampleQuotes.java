/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.testkit;

import io.ballast.risk.option.Black76;
import io.ballast.risk.option.OptionKind;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.QuotedOption;
import io.ballast.schemas.catalogue.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Quotes of coin-settled options around Black's prices of one forward and volatility. */
public final class SampleQuotes {

    public static final String UNDERLYING = "ETH";
    public static final Instant EXPIRY = Instant.parse("2024-03-29T08:00:00Z");

    private static final double SPREAD = 0.02;

    private final double volatility;

    public SampleQuotes(double volatility) {
        this.volatility = volatility;
    }

    public QuotedOption.Builder quote(OptionKind kind, double strike, Instant expiry, double forward, Instant time) {
        double years = Duration.between(time, expiry).toMillis() / (365 * 86_400e3);
        double coins = new Black76(kind, forward, strike, volatility, years, 0).price() / forward;
        return QuotedOption.newBuilder()
                .setInstrumentId(String.format(Locale.ROOT, "sample:%s-%s-%.0f-%s", UNDERLYING, expiry, strike, kind))
                .setUnderlying(UNDERLYING)
                .setVenue("sample")
                .setRight(CallOrPut.valueOf(kind.name()))
                .setStrike(strike)
                .setExpiry(expiry)
                .setSettlement(OptionSettlement.COIN)
                .setContractSize(1)
                .setBidPrice(coins * (1 - SPREAD))
                .setBidSize(1000.0)
                .setAskPrice(coins * (1 + SPREAD))
                .setAskSize(1000.0)
                .setMarkPrice(coins)
                .setMarkIv(volatility)
                .setUnderlyingPrice(forward)
                .setIndexPrice(forward * 0.99)
                .setEventTime(time);
    }

    /** Calls and puts at these strikes, a millisecond apart. */
    public List<TestRecord> chain(Instant expiry, double forward, Instant from, double... strikes) {
        List<TestRecord> records = new ArrayList<>();
        for (double strike : strikes) {
            for (OptionKind kind : OptionKind.values()) {
                Instant time = from.plusMillis(records.size());
                records.add(record(quote(kind, strike, expiry, forward, time).build()));
            }
        }
        return records;
    }

    public static TestRecord record(QuotedOption quote) {
        return new TestRecord(
                Topic.OPTION_QUOTES,
                quote.getUnderlying(),
                quote,
                quote.getEventTime().toEpochMilli(),
                0);
    }
}
