/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.risk.option.ButterflyCheck;
import io.ballast.risk.option.CalendarCheck;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.option.Smile;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.ChainQuote;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.SmilePoint;
import io.ballast.schema.SurfaceFlag;
import io.ballast.streams.record.ListedQuote;
import io.ballast.streams.record.ListedQuote.Side;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes surfaces and chains as records of the contract. */
final class SurfaceRecords {

    /** Of the forward: marks have six decimals in coins. */
    private static final double BUTTERFLY_TOLERANCE = 2e-5;

    private SurfaceRecords() {}

    /** Key of what concerns one expiry: {@code ETH|2024-01-26T08:00:00Z}. */
    static String key(String underlying, Instant expiry) {
        return underlying + "|" + expiry;
    }

    /** @param calendars  violations between the expiry before and this one */
    static OptionSurface surface(String underlying, ExpiryFit fit, List<CalendarCheck.Violation> calendars) {
        OptionSurface surface = OptionSurface.newBuilder()
                .setUnderlying(underlying)
                .setExpiry(fit.expiry())
                .setYearsToExpiry(fit.years())
                .setQuotes(fit.used().size())
                .setQuotesInSmile(fit.smile() == null ? 0 : fit.smile().strikes().length)
                .setQuotesWithoutVolatility(fit.withoutVolatility())
                .setQuotesStale(fit.stale())
                .setOldestQuoteTime(fit.used().stream()
                        .map(ListedQuote::time)
                        .min(Instant::compareTo)
                        .orElse(null))
                .setButterflies(0)
                .setCalendars(calendars.size())
                .setEventTime(fit.asOf())
                .setSimulated(fit.simulated())
                .build();
        if (fit.newest() != null) {
            surface.setForward(fit.newest().forward());
            surface.setIndexPrice(fit.index() == null ? fit.newest().forward() : fit.index());
        }
        if (fit.smile() != null) {
            setSmile(surface, fit.smile());
        }
        calendars.stream()
                .mapToDouble(CalendarCheck.Violation::varianceLost)
                .max()
                .ifPresent(surface::setWorstCalendar);
        surface.setFlags(List.copyOf(flags(surface, fit)));
        return surface;
    }

    private static void setSmile(OptionSurface surface, Smile smile) {
        surface.setAtmVolatility(smile.volatility(smile.forward()));
        surface.setSkew(smile.skew(smile.forward()));
        surface.setSmile(Arrays.stream(smile.strikes())
                .mapToObj(strike -> new SmilePoint(strike, smile.volatility(strike)))
                .toList());
        List<ButterflyCheck.Violation> butterflies =
                ButterflyCheck.violations(smile, BUTTERFLY_TOLERANCE * smile.forward());
        surface.setButterflies(butterflies.size());
        butterflies.stream().mapToDouble(ButterflyCheck.Violation::price).min().ifPresent(surface::setWorstButterfly);
    }

    private static Set<SurfaceFlag> flags(OptionSurface surface, ExpiryFit fit) {
        Set<SurfaceFlag> flags = EnumSet.noneOf(SurfaceFlag.class);
        add(flags, SurfaceFlag.NO_VOLATILITY, fit.smile() == null);
        add(flags, SurfaceFlag.INDEX_UNKNOWN, fit.newest() != null && fit.index() == null);
        add(flags, SurfaceFlag.SOLVED_FROM_PRICES, fit.solved());
        add(flags, SurfaceFlag.BUTTERFLY, surface.getButterflies() > 0);
        add(flags, SurfaceFlag.CALENDAR, surface.getCalendars() > 0);
        add(flags, SurfaceFlag.SINGLE_STRIKE, surface.getQuotesInSmile() == 1);
        add(flags, SurfaceFlag.SIZES_UNKNOWN, !fit.sizesKnown());
        return flags;
    }

    private static void add(Set<SurfaceFlag> flags, SurfaceFlag flag, boolean holds) {
        if (holds) {
            flags.add(flag);
        }
    }

    static OptionChain chain(OptionSurface surface, ExpiryFit fit) {
        return new OptionChain(
                surface, fit.used().stream().map(SurfaceRecords::quote).toList());
    }

    private static ChainQuote quote(ListedQuote quote) {
        return ChainQuote.newBuilder()
                .setInstrumentId(quote.instrumentId())
                .setRight(quote.kind() == OptionKind.CALL ? CallOrPut.CALL : CallOrPut.PUT)
                .setStrike(quote.strike())
                .setSettlement(quote.coinSettled() ? OptionSettlement.COIN : OptionSettlement.LINEAR)
                .setContractSize(quote.contractSize())
                .setBidPrice(price(quote.bid()))
                .setBidSize(size(quote.bid()))
                .setAskPrice(price(quote.ask()))
                .setAskSize(size(quote.ask()))
                .build();
    }

    private static Double price(Side side) {
        return side == null ? null : Double.valueOf(side.price());
    }

    private static Double size(Side side) {
        return side == null ? null : side.contracts();
    }
}
