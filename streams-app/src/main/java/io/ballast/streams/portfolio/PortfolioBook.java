/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.EventKey;
import io.ballast.risk.hedge.HedgeArrival;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.HedgeDelta;
import io.ballast.risk.hedge.HedgeEvent;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.Instrument;
import io.ballast.risk.hedge.ListedOption;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.portfolio.AccountsWorth;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.PortfolioPart;
import io.ballast.streams.desk.PortfolioHedges;
import io.ballast.streams.option.HeldOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is assigned to one portfolio itself, without those below it: its parts of pools and its hedge accounts. The order in which
 * hedge events come does not matter, nor how often. Mutable and single-threaded.
 */
final class PortfolioBook {

    /** What an account is worth that nothing has happened in. */
    static final AccountsWorth NO_ACCOUNTS = AccountsWorth.of(new HedgeBook(new Journal()));

    private final PortfolioPath path;
    private final SortedMap<String, PortfolioPart> parts = new TreeMap<>();
    private final Journal journal = new Journal();
    private final HedgeBook hedges = new HedgeBook(journal);
    private Instant hedgeTime;
    private boolean simulated;

    PortfolioBook(PortfolioPath path) {
        this.path = path;
    }

    PortfolioPath path() {
        return path;
    }

    /** A pool's part is now so. */
    void put(PortfolioPart part) {
        parts.put(part.getPoolId(), part);
    }

    /** Nothing is followed in that pool any more. */
    void remove(String poolId) {
        parts.remove(poolId);
    }

    /** By pool; a live view. */
    Collection<PortfolioPart> parts() {
        return Collections.unmodifiableCollection(parts.values());
    }

    /**
     * Takes a hedge event in.
     *
     * @param instrument  what it is about; null for a transfer
     * @throws IllegalArgumentException if it makes no sense, or another one has its id; then nothing has changed
     */
    HedgeArrival apply(HedgeEvent event, Instrument instrument, Instant time, boolean isSimulated) {
        try {
            if (instrument != null) {
                hedges.list(instrument);
            }
            HedgeArrival arrival = hedges.apply(event);
            journal.cut();
            hedgeTime = hedgeTime == null || time.isAfter(hedgeTime) ? time : hedgeTime;
            simulated |= isSimulated;
            return arrival;
        } catch (IllegalArgumentException senseless) {
            journal.rollback();
            throw senseless;
        }
    }

    /**
     * Takes a cancelled event out.
     *
     * @throws IllegalArgumentException if it is not here
     */
    void retract(EventKey key) {
        hedges.retract(key);
        journal.cut();
    }

    /** Lot, minimum or margin of an instrument are now so. */
    void relist(Instrument instrument) {
        if (hedges.instrument(instrument.key()) != null) {
            hedges.list(instrument);
            journal.cut();
        }
    }

    /** Read it only. */
    HedgeBook hedges() {
        return hedges;
    }

    /** What its accounts stand for at any price. */
    PortfolioHedges hedgesHeld() {
        Map<String, Double> units = new TreeMap<>();
        HedgeDelta.of(hedges).forEach((asset, amount) -> units.put(asset, amount.doubleValue()));
        List<HeldOption> options = new ArrayList<>();
        for (HedgeLeg leg : hedges.openLegs()) {
            if (leg.instrument() instanceof ListedOption listed) {
                options.add(HeldOption.of(leg, listed));
            }
        }
        return new PortfolioHedges(units, options, hedgeTime == null ? Instant.EPOCH : hedgeTime, simulated);
    }

    boolean hasHedges() {
        return !hedges.legs().isEmpty() || !hedges.transfers().isEmpty();
    }

    /** Latest event time of hedge events; null: there was none. */
    Instant hedgeTime() {
        return hedgeTime;
    }

    /** True: a simulated hedge event is in here. */
    boolean isSimulated() {
        return simulated;
    }
}
