/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A portfolio's hedges: legs by venue and instrument, and what was transferred to the venues.
 *
 * <p>Every figure is that of the events sorted by event time, then id, each counted once: in whatever order they came, and
 * however often. An event that comes in order costs O(log n); one that comes late has its leg worked out anew. The book keeps
 * its events until it is {@link #closeUntil closed} up to a time.
 *
 * <p>All state is in journaled tables: the owner of the journal can take back whatever was applied since a cut. A call that
 * throws has changed nothing. Mutable and single-threaded.
 */
public final class HedgeBook {

    private static final String CLOSED_UNTIL = "closed-until";

    private final JournaledMap<InstrumentKey, Instrument> instruments;
    private final JournaledMap<EventKey, HedgeEvent> events;
    private final JournaledMap<LegPlace, LegEvent> places;
    private final JournaledMap<InstrumentKey, HedgeLeg> closedLegs;
    private final JournaledMap<InstrumentKey, HedgeLeg> legs;
    private final JournaledMap<AccountKey, BigDecimal> transfers;
    private final JournaledMap<String, Long> marks;

    public HedgeBook(Journal journal) {
        instruments = new JournaledMap<>("hedge-instruments", journal);
        events = new JournaledMap<>("hedge-events", journal);
        places = new JournaledMap<>("hedge-places", journal);
        closedLegs = new JournaledMap<>("hedge-closed-legs", journal);
        legs = new JournaledMap<>("hedge-legs", journal);
        transfers = new JournaledMap<>("hedge-transfers", journal);
        marks = new JournaledMap<>("hedge-marks", journal);
    }

    /**
     * Makes an instrument known, or its new lot, minimum and margin.
     *
     * @throws IllegalArgumentException if it is known with other assets, multiplier, strike or kind
     */
    public void list(Instrument instrument) {
        Instrument known = instruments.get(instrument.key());
        if (known != null && !known.hasSamePayoff(instrument)) {
            throw new IllegalArgumentException(
                    instrument.key() + " is known as " + known + " and cannot become " + instrument);
        }
        instruments.put(instrument.key(), instrument);
        adopt(legs, instrument);
        adopt(closedLegs, instrument);
    }

    /**
     * Takes an event in.
     *
     * @throws IllegalArgumentException if its instrument is not known or cannot have such an event, or if another event has
     *     its id
     */
    public HedgeArrival apply(HedgeEvent event) {
        HedgeEvent known = events.get(EventKey.of(event));
        if (known != null) {
            requireSame(known, event);
            return HedgeArrival.REPEATED;
        }
        if (event.timeMicros() <= closedUntil()) {
            return HedgeArrival.CLOSED;
        }
        if (event instanceof CollateralTransfer transfer) {
            return applyTransfer(transfer);
        }
        return applyToLeg((LegEvent) event);
    }

    /**
     * Takes out an event that the venue has cancelled, as if it had never been.
     *
     * @throws IllegalArgumentException if the book does not have it, or is closed over it
     */
    public void retract(EventKey key) {
        HedgeEvent event = events.get(key);
        if (event == null) {
            throw new IllegalArgumentException("no hedge event " + key + " that could be retracted");
        }
        events.remove(key);
        if (event instanceof CollateralTransfer transfer) {
            addTransfer(transfer.account(), transfer.amount().negate());
        } else {
            LegEvent legEvent = (LegEvent) event;
            places.remove(LegPlace.of(legEvent));
            workOut(legEvent.instrument());
        }
    }

    /**
     * Forgets the single events up to a time and keeps what they came to. Whatever is dated so early and comes later is not
     * taken in, repeats included.
     */
    public void closeUntil(long timeMicros) {
        if (timeMicros <= closedUntil()) {
            return;
        }
        for (HedgeEvent event : new ArrayList<>(events.view().values())) {
            if (event.timeMicros() <= timeMicros) {
                events.remove(EventKey.of(event));
            }
        }
        for (InstrumentKey key : legs.view().keySet()) {
            closeLeg(key, timeMicros);
        }
        marks.put(CLOSED_UNTIL, timeMicros);
    }

    /** All legs that ever had an event, by instrument; a live view to read only. */
    public SortedMap<InstrumentKey, HedgeLeg> legs() {
        return legs.view();
    }

    /** Legs with contracts open. */
    public List<HedgeLeg> openLegs() {
        return legs.view().values().stream().filter(HedgeLeg::isOpen).toList();
    }

    /** The latest rate of funding that was told of an instrument; empty: none was, or it is closed over. */
    public Optional<FundingRate> newestFundingRate(InstrumentKey key) {
        return placesOf(key).descendingMap().values().stream()
                .filter(FundingRate.class::isInstance)
                .map(FundingRate.class::cast)
                .findFirst();
    }

    /** Net collateral transferred in, by account; a live view to read only. */
    public SortedMap<AccountKey, BigDecimal> transfers() {
        return transfers.view();
    }

    /** The instrument of a key; null: not known. */
    public Instrument instrument(InstrumentKey key) {
        return instruments.get(key);
    }

    /** The tables, for whoever stores them. */
    public List<JournaledMap<?, ?>> tables() {
        return List.of(instruments, events, places, closedLegs, legs, transfers, marks);
    }

    private HedgeArrival applyTransfer(CollateralTransfer transfer) {
        events.put(EventKey.of(transfer), transfer);
        addTransfer(transfer.account(), transfer.amount());
        return HedgeArrival.IN_ORDER;
    }

    private HedgeArrival applyToLeg(LegEvent event) {
        Instrument instrument = requireAllowed(event);
        boolean isLast =
                placesOf(event.instrument()).tailMap(LegPlace.of(event), false).isEmpty();
        events.put(EventKey.of(event), event);
        places.put(LegPlace.of(event), event);
        HedgeLeg before = legs.get(event.instrument());
        if (!isLast) {
            workOut(event.instrument());
            return HedgeArrival.LATE;
        }
        HedgeLeg after = (before == null ? HedgeLeg.empty(instrument) : before).after(event);
        legs.put(event.instrument(), after);
        boolean isIgnored = before != null && after.ignoredFills() > before.ignoredFills();
        return isIgnored ? HedgeArrival.AFTER_SETTLEMENT : HedgeArrival.IN_ORDER;
    }

    private Instrument requireAllowed(LegEvent event) {
        Instrument instrument = instruments.get(event.instrument());
        if (instrument == null) {
            throw new IllegalArgumentException(
                    "event " + event.id() + " is of an instrument " + event.instrument() + " that is not known");
        }
        boolean isFunding = event instanceof FundingPayment || event instanceof FundingRate;
        if (isFunding && !(instrument instanceof Perpetual)) {
            throw new IllegalArgumentException(
                    "funding " + event.id() + " is of " + event.instrument() + ", which is no perpetual");
        }
        if (event instanceof Fill fill) {
            instrument.requirePrice(fill.price());
        } else if (event instanceof Settlement settlement) {
            instrument.settlementPrice(settlement.deliveryPrice());
        }
        return instrument;
    }

    private void workOut(InstrumentKey key) {
        Collection<LegEvent> left = placesOf(key).values();
        HedgeLeg leg = closedLegs.get(key);
        if (leg == null && left.isEmpty()) {
            legs.remove(key);
            return;
        }
        legs.put(key, fold(leg == null ? HedgeLeg.empty(instruments.get(key)) : leg, left));
    }

    private void closeLeg(InstrumentKey key, long timeMicros) {
        HedgeLeg leg = closedLegs.get(key);
        List<LegEvent> closing = placesOf(key).values().stream()
                .filter(event -> event.timeMicros() <= timeMicros)
                .toList();
        closedLegs.put(key, fold(leg == null ? HedgeLeg.empty(instruments.get(key)) : leg, closing));
        closing.forEach(event -> places.remove(LegPlace.of(event)));
    }

    private static HedgeLeg fold(HedgeLeg start, Collection<LegEvent> events) {
        HedgeLeg leg = start;
        for (LegEvent event : events) {
            leg = leg.after(event);
        }
        return leg;
    }

    private NavigableMap<LegPlace, LegEvent> placesOf(InstrumentKey key) {
        InstrumentKey next = new InstrumentKey(key.venue(), key.id() + '\0');
        return places.view().subMap(LegPlace.first(key), true, LegPlace.first(next), false);
    }

    private void addTransfer(AccountKey account, BigDecimal amount) {
        BigDecimal before = transfers.get(account);
        transfers.put(account, before == null ? amount : before.add(amount));
    }

    private long closedUntil() {
        Long until = marks.get(CLOSED_UNTIL);
        return until == null ? Long.MIN_VALUE : until;
    }

    private static void adopt(JournaledMap<InstrumentKey, HedgeLeg> table, Instrument instrument) {
        HedgeLeg leg = table.get(instrument.key());
        if (leg != null) {
            table.put(instrument.key(), leg.under(instrument));
        }
    }

    private static void requireSame(HedgeEvent known, HedgeEvent event) {
        if (!known.equals(event)) {
            throw new IllegalArgumentException("event " + event + " has the id of another: " + known);
        }
    }
}
