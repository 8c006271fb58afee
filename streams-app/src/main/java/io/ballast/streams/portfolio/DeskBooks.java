/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.EventKey;
import io.ballast.risk.hedge.HedgeEvent;
import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.HedgeInstrument;
import io.ballast.schema.OptionChain;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioReason;
import io.ballast.schema.ReferencePrice;
import io.ballast.streams.desk.PortfolioRule;
import io.ballast.streams.option.SurfaceBoard;
import io.ballast.streams.record.HedgeEventAdapter;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.DeskStore;
import io.ballast.streams.state.DeskStore.Kind;
import io.ballast.streams.state.PendingStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The portfolios of the desks of one task: gives each record to whom it concerns, keeps events that cannot be used yet, and has
 * those portfolios looked at again that it changes. Mutable and single-threaded.
 *
 * <p>Figures rest on the newest of each part, price, policy and instrument and on the set of hedge events, so once everything has
 * come they are the same in whatever order topics were read. Only how a result is split by day depends on it.
 */
final class DeskBooks {

    private static final char SEPARATOR = '\n';

    private final DeskSettings settings;
    private final DeskCodec codec;
    private final DeskStore store;
    private final DeskOutbox outbox;
    private final LongSupplier clockMs;
    private final PriceBoard board = new PriceBoard();
    private final Listings listings = new Listings(board);
    private final TreeMap<String, PortfolioBook> portfolios = new TreeMap<>();
    private final TreeMap<String, Policy> policies = new TreeMap<>();
    private final TreeMap<String, HeldClaim> claims = new TreeMap<>();
    private final SurfaceBoard surfaces = new SurfaceBoard();
    private final WaitingEvents waiting;
    private final Levels levels;

    /** @param clockMs  wall-clock time, to refuse what claims to be of the future */
    DeskBooks(
            DeskSettings settings,
            DeskCodec codec,
            DeskStore store,
            PendingStore pending,
            DeskOutbox outbox,
            LongSupplier clockMs) {
        this.settings = settings;
        this.codec = codec;
        this.store = store;
        this.outbox = outbox;
        this.clockMs = clockMs;
        waiting = new WaitingEvents(pending);
        restore();
        levels = new Levels(
                settings, codec, store, outbox, listings, board, portfolios, policies, claims, waiting, surfaces);
    }

    /** Hedge events that wait for their instrument. */
    int waiting() {
        return waiting.count();
    }

    /**
     * A pool's part of a portfolio is now so.
     *
     * @param raw  the record's bytes
     * @throws IllegalArgumentException if its key or portfolio make no sense
     */
    void part(String key, PortfolioPart part, byte[] raw) {
        PartCheck.require(key, part);
        requireNotInFuture(part.getEventTime());
        PortfolioBook book = book(new PortfolioPath(part.getPortfolio()));
        levels.count(book, part.getEventTime());
        book.put(part);
        store.put(Kind.PART, key, raw);
        levels.changed(book, PortfolioReason.POOLS, part.getEventTime());
    }

    /** A portfolio has nothing in a pool any more, and never will. */
    void partGone(String key) {
        int at = key.lastIndexOf('@');
        PortfolioBook book = at < 0 ? null : portfolios.get(key.substring(0, at));
        if (book != null) {
            book.remove(key.substring(at + 1));
            store.delete(Kind.PART, key);
            levels.changed(book, PortfolioReason.POOLS, Instant.EPOCH);
        }
    }

    /** A market instrument trades at a price. */
    void price(ReferencePrice price, byte[] raw) {
        requireNotInFuture(price.getEventTime());
        if (board.add(price)) {
            store.put(Kind.PRICE, price.getInstrumentId(), raw);
            levels.priceMoved(price);
        }
    }

    /**
     * Options of an underlying and expiry are quoted so.
     *
     * @param chain  null: the expiry is over
     */
    void chain(String key, OptionChain chain) {
        if (chain == null) {
            surfaces.remove(key);
            store.delete(Kind.SURFACE, key);
        } else {
            surfaces.put(key, chain.getSurface());
            store.put(Kind.SURFACE, key, codec.bytes(chain.getSurface()));
        }
        levels.surfaceMoved(key);
    }

    /**
     * An instrument is listed, or has a new lot; whatever waited for it is taken in.
     *
     * @throws IllegalArgumentException if it makes no sense or contradicts what is known
     */
    void instrument(String key, byte[] raw) {
        if (raw == null) {
            throw new IllegalArgumentException("a listing cannot be taken back: legs may need " + key);
        }
        HedgeInstrument record = codec.instrument(raw);
        Listing listing = new Listing(record, HedgeInstrumentAdapter.instrument(key, record));
        listings.add(listing);
        store.put(Kind.INSTRUMENT, key, raw);
        portfolios.values().forEach(book -> book.relist(listing.terms()));
        waiting.take(one -> key.equals(codec.event(one.value()).getInstrumentId()))
                .forEach(this::retry);
        levels.changedAll(PortfolioReason.INSTRUMENT);
    }

    /**
     * A portfolio is looked at so from now on.
     *
     * @param raw  null: it has no policy any more
     * @throws IllegalArgumentException if it makes no sense; then the one before stays
     */
    void policy(String portfolio, byte[] raw) {
        if (raw == null) {
            policies.remove(portfolio);
            store.delete(Kind.POLICY, portfolio);
            outbox.policy(portfolio, PortfolioRule.NONE);
        } else {
            Policy policy = PolicyAdapter.policy(portfolio, codec.policy(raw));
            policies.put(portfolio, policy);
            store.put(Kind.POLICY, portfolio, raw);
            outbox.policy(portfolio, PortfolioRule.of(policy.options(), raw));
        }
        levels.policyChanged(portfolio);
    }

    /**
     * Pools of a portfolio are held through something from now on.
     *
     * @param raw  null: they are no more
     * @throws IllegalArgumentException if it makes no sense; then the one before stays
     */
    void claim(String portfolio, byte[] raw) {
        if (raw == null) {
            claims.remove(portfolio);
            store.delete(Kind.CLAIM, portfolio);
        } else {
            claims.put(portfolio, ClaimAdapter.claim(portfolio, codec.claim(raw)));
            store.put(Kind.CLAIM, portfolio, raw);
        }
        levels.claimChanged(portfolio);
    }

    /**
     * Something happened in a portfolio's hedge accounts.
     *
     * @throws IllegalArgumentException if it makes no sense
     */
    void event(String key, StoredRecord record) {
        io.ballast.schema.HedgeEvent event = codec.event(record.value());
        PortfolioPath path = HedgeEventAdapter.portfolio(key, event);
        requireNotInFuture(event.getEventTime());
        String instrumentId = HedgeEventAdapter.instrumentId(event);
        Listing listing = instrumentId == null ? null : listings.of(HedgeInstrumentAdapter.key(instrumentId));
        if (event.getRemoved()) {
            retract(path, event, instrumentId);
        } else if (instrumentId != null && listing == null) {
            waitFor(path, event, record);
        } else {
            apply(path, event, listing, record.value());
        }
    }

    /** Gives up what has waited for too long; to be called every so often. */
    void tidy(long streamTimeMs) {
        waiting.take(one -> streamTimeMs - one.timestampMs()
                        > settings.waitingTime().toMillis())
                .forEach(this::giveUp);
    }

    private void apply(PortfolioPath path, io.ballast.schema.HedgeEvent event, Listing listing, byte[] raw) {
        HedgeEvent told = HedgeEventAdapter.event(event, listing == null ? null : listing.record());
        PortfolioBook book = book(path);
        levels.count(book, event.getEventTime());
        book.apply(told, listing == null ? null : listing.terms(), event.getEventTime(), event.getSimulated());
        store.put(Kind.EVENT, storeKey(path, told.venue(), told.id()), raw);
        outbox.hedges(book);
        levels.changed(book, PortfolioReason.HEDGE, event.getEventTime());
    }

    private void retract(PortfolioPath path, io.ballast.schema.HedgeEvent event, String instrumentId) {
        String venue = instrumentId == null
                ? event.getVenue()
                : HedgeInstrumentAdapter.key(instrumentId).venue();
        boolean waited = !waiting.take(path.path(), one -> isSame(codec.event(one.value()), event))
                .isEmpty();
        if (!waited) {
            PortfolioBook book = book(path);
            levels.count(book, event.getEventTime());
            book.retract(new EventKey(venue, event.getEventId()));
            store.delete(Kind.EVENT, storeKey(path, venue, event.getEventId()));
            outbox.hedges(book);
        }
        levels.changed(book(path), PortfolioReason.HEDGE, event.getEventTime());
    }

    private static boolean isSame(io.ballast.schema.HedgeEvent one, io.ballast.schema.HedgeEvent other) {
        return one.getEventId().equals(other.getEventId())
                && Objects.equals(one.getInstrumentId(), other.getInstrumentId());
    }

    private void waitFor(PortfolioPath path, io.ballast.schema.HedgeEvent event, StoredRecord record) {
        boolean repeats = !waiting.take(path.path(), one -> isSame(codec.event(one.value()), event))
                .isEmpty();
        if (!repeats && waiting.count(path.path()) >= settings.waitingEvents()) {
            throw new IllegalArgumentException(reason(event) + ", and " + settings.waitingEvents() + " events of "
                    + path.path() + " wait already");
        }
        waiting.add(path.path(), record);
        levels.changed(book(path), PortfolioReason.HEDGE, event.getEventTime());
    }

    /** What has waited is taken in, or refused where it stands. */
    private void retry(StoredRecord record) {
        String key = codec.event(record.value()).getPortfolio();
        try {
            event(key, record);
        } catch (IllegalArgumentException senseless) {
            outbox.deadLetter(record, key, senseless.getMessage());
        }
    }

    private void giveUp(StoredRecord record) {
        io.ballast.schema.HedgeEvent event = codec.event(record.value());
        outbox.deadLetter(record, event.getPortfolio(), reason(event));
        levels.changed(book(new PortfolioPath(event.getPortfolio())), PortfolioReason.HEDGE, event.getEventTime());
    }

    private static String reason(io.ballast.schema.HedgeEvent event) {
        return "hedge event " + event.getEventId() + " is of instrument " + event.getInstrumentId()
                + ", which is not listed on hedge-instruments";
    }

    private PortfolioBook book(PortfolioPath path) {
        return portfolios.computeIfAbsent(path.path(), absent -> new PortfolioBook(path));
    }

    private void requireNotInFuture(Instant time) {
        long aheadMs = time.toEpochMilli() - clockMs.getAsLong();
        if (aheadMs > settings.futureSkew().toMillis()) {
            throw new IllegalArgumentException(
                    "event_time " + time + " is " + aheadMs + " ms ahead of the clock, more than the "
                            + settings.futureSkew().toMillis() + " ms allowed");
        }
    }

    /** Instruments before the events that are about them. */
    private void restore() {
        store.each(Kind.INSTRUMENT, (key, raw) -> {
            HedgeInstrument record = codec.instrument(raw);
            listings.add(new Listing(record, HedgeInstrumentAdapter.instrument(key, record)));
        });
        store.each(Kind.PRICE, (key, raw) -> board.add(codec.price(raw)));
        store.each(Kind.SURFACE, (key, raw) -> surfaces.put(key, codec.surface(raw)));
        store.each(Kind.POLICY, (key, raw) -> policies.put(key, PolicyAdapter.policy(key, codec.policy(raw))));
        store.each(Kind.CLAIM, (key, raw) -> claims.put(key, ClaimAdapter.claim(key, codec.claim(raw))));
        store.each(Kind.PART, (key, raw) -> {
            PortfolioPart part = codec.part(raw);
            book(new PortfolioPath(part.getPortfolio())).put(part);
        });
        store.each(Kind.EVENT, (key, raw) -> restoreEvent(codec.event(raw)));
    }

    private void restoreEvent(io.ballast.schema.HedgeEvent event) {
        String instrumentId = HedgeEventAdapter.instrumentId(event);
        Listing listing = instrumentId == null ? null : listings.of(HedgeInstrumentAdapter.key(instrumentId));
        book(new PortfolioPath(event.getPortfolio()))
                .apply(
                        HedgeEventAdapter.event(event, listing == null ? null : listing.record()),
                        listing == null ? null : listing.terms(),
                        event.getEventTime(),
                        event.getSimulated());
    }

    private static String storeKey(PortfolioPath path, String venue, String id) {
        return path.path() + SEPARATOR + venue + SEPARATOR + id;
    }

    /** Of a portfolio and all below it. */
    static Collection<PortfolioBook> below(TreeMap<String, PortfolioBook> portfolios, String path) {
        return portfolios.subMap(path, true, path + Character.MAX_VALUE, false).values().stream()
                .filter(book -> isAt(path, book.path().path()))
                .toList();
    }

    /** Whether a portfolio is the one at a path, or below it. */
    static boolean isAt(String path, String portfolio) {
        return portfolio.equals(path) || portfolio.startsWith(path + '/');
    }
}
