/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.record.HedgeEventAdapter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says what a portfolio's figures are not to be relied on for. */
final class RiskFlags {

    private final Listings listings;
    private final Duration staleAfter;

    /** @param staleAfter  event time after which a price is stale */
    RiskFlags(Listings listings, Duration staleAfter) {
        this.listings = listings;
        this.staleAfter = staleAfter;
    }

    /** All but those of results by day. */
    List<PortfolioFlag> of(Level level, long waiting) {
        Set<PortfolioFlag> flags = EnumSet.noneOf(PortfolioFlag.class);
        Instant now = level.time();
        addPrices(flags, level, now);
        addMarks(flags, level, now);
        add(flags, PortfolioFlag.OPTION_DELTA_MISSING, level.hedges().options().lacksDelta(now));
        add(flags, PortfolioFlag.OPTION_DELTA_STALE, hasStaleSurface(level, now));
        add(flags, PortfolioFlag.LEG_EXPIRED, level.hedges().hasExpired(HedgeEventAdapter.micros(now)));
        add(flags, PortfolioFlag.FILL_AFTER_SETTLEMENT, level.hedges().hasIgnoredFill());
        add(flags, PortfolioFlag.EVENTS_WAITING, waiting > 0);
        add(flags, PortfolioFlag.POOL_FIGURE_MISSING, lacksFigure(level));
        return List.copyOf(flags);
    }

    private void addPrices(Set<PortfolioFlag> flags, Level level, Instant now) {
        add(flags, PortfolioFlag.PRICE_MISSING, !level.unpriced().isEmpty());
        for (AssetPrice price : level.prices().used().values()) {
            if (price.flag() != null) {
                flags.add(price.flag());
            }
            add(flags, PortfolioFlag.PRICE_STALE, price.time() != null && isStale(price.time(), now));
        }
    }

    private void addMarks(Set<PortfolioFlag> flags, Level level, Instant now) {
        add(flags, PortfolioFlag.MARK_MISSING, level.hedges().lacksMark());
        for (PortfolioBook book : level.books()) {
            for (HedgeLeg leg : book.hedges().openLegs()) {
                ReferencePrice tick = listings.tick(leg.instrument().key());
                add(flags, PortfolioFlag.MARK_STALE, tick != null && isStale(tick.getEventTime(), now));
            }
        }
    }

    private boolean hasStaleSurface(Level level, Instant now) {
        return level.hedges().options().surfaces().stream().anyMatch(surface -> isStale(surface.getEventTime(), now));
    }

    /** Whether something observed then is too old to be relied on now. */
    boolean isStale(Instant time, Instant now) {
        return Duration.between(time, now).compareTo(staleAfter) > 0;
    }

    private static boolean lacksFigure(Level level) {
        return !level.pools().areAllMeasured() || level.pools().held().stream().anyMatch(RiskFlags::lacksIncome);
    }

    private static boolean lacksIncome(NamedPart part) {
        BookTotals totals = part.record().getTotals();
        return totals.getFeesValue() == null || totals.getLvr() == null;
    }

    private static void add(Set<PortfolioFlag> flags, PortfolioFlag flag, boolean isSo) {
        if (isSo) {
            flags.add(flag);
        }
    }
}
