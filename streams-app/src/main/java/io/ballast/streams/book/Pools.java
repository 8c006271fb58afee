/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.Timeline;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolToken;
import io.ballast.streams.record.MalformedRecordException;
import io.ballast.streams.record.Origin;
import io.ballast.streams.record.PoolDefinitionAdapter;
import io.ballast.streams.record.RecordReader;
import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.Stores;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The defined pools of one task, each with its book where there is one for its curve. Mutable and single-threaded. */
final class Pools {

    private static final Comparator<PoolDefinition> PLACE =
            Comparator.comparingLong(PoolDefinition::getBlockNumber).thenComparingInt(PoolDefinition::getLogIndex);

    private final BookSettings settings;
    private final RecordReader reader;
    private final Stores stores;
    private final ReferencePrices prices;
    private final Outbox outbox;
    private final Map<String, LivePool> live = new HashMap<>();
    private final Map<String, PoolDefinition> withoutBook = new HashMap<>();
    private final Map<String, Set<LivePool>> byPrice = new HashMap<>();
    /** Prices at which pools were compared with the market. */
    private final Map<String, Double> lastLookedAt = new HashMap<>();

    private final Set<LivePool> unwritten = new HashSet<>();
    /** Pools of which something is due, first come first served. */
    private final Set<LivePool> behind = new LinkedHashSet<>();

    private long openPositions;
    private long unsettled;

    Pools(BookSettings settings, RecordReader reader, Stores stores, ReferencePrices prices, Outbox outbox) {
        this.settings = settings;
        this.reader = reader;
        this.stores = stores;
        this.prices = prices;
        this.outbox = outbox;
        stores.pools().each((poolId, record) -> open(reader.definition(record)));
    }

    int count() {
        return live.size();
    }

    /** Positions that hold or are owed something. */
    long openPositions() {
        return openPositions;
    }

    /** Refused records not given up on. */
    long unsettled() {
        return unsettled;
    }

    boolean isDefined(String poolId) {
        return live.containsKey(poolId) || withoutBook.containsKey(poolId);
    }

    /**
     * Takes in a record of a defined pool.
     *
     * @throws MalformedRecordException if there is no book for such a pool
     */
    Timeline.Outcome accept(String poolId, Arrival<Origin> arrival, long nowMs) {
        requireBook(poolId);
        LivePool pool = live.get(poolId);
        addFigures(pool, -1);
        unwritten.add(pool);
        try {
            return pool.accept(arrival, nowMs);
        } finally {
            addFigures(pool, 1);
            noteWhetherBehind(pool);
        }
    }

    /** Publishes what is due of one pool that is behind, as much as may be at once. False: none is. */
    boolean publishDue() {
        if (behind.isEmpty()) {
            return false;
        }
        publishDue(behind.iterator().next());
        return true;
    }

    /** One that is still behind comes after the others. */
    private void publishDue(LivePool pool) {
        behind.remove(pool);
        pool.publishRest();
        noteWhetherBehind(pool);
    }

    /** Pools of which something is due and not published yet. */
    int behind() {
        return behind.size();
    }

    /** The market says something new of what some pools are priced by. */
    void marketSaid(String instrument, double price, Instant at) {
        if (!settings.priceSources().hasMoved(lastLookedAt.get(instrument), price)) {
            return;
        }
        lastLookedAt.put(instrument, price);
        for (LivePool pool : byPrice.getOrDefault(instrument, Set.of())) {
            pool.marketMoved(at);
            unwritten.add(pool);
        }
    }

    /** Stores what has changed. */
    void write() {
        unwritten.forEach(LivePool::write);
        unwritten.clear();
    }

    private void noteWhetherBehind(LivePool pool) {
        if (pool.isBehind()) {
            behind.add(pool);
        } else if (!behind.isEmpty()) {
            behind.remove(pool);
        }
    }

    /** @throws MalformedRecordException if the pool is defined but there is no book for its kind */
    void requireBook(String poolId) {
        PoolDefinition definition = withoutBook.get(poolId);
        if (definition != null) {
            PoolDefinitionAdapter.terms(definition);
        }
    }

    /**
     * Takes in a definition.
     *
     * @return true: the pool was not defined before
     * @throws IllegalArgumentException if it makes no sense, or contradicts what the pool was created with
     */
    boolean define(String poolId, StoredRecord record) {
        PoolDefinition definition = reader.definition(record);
        PoolDefinition known = known(poolId);
        if (definition.getRemoved() || known != null && saysNothingNew(definition, known)) {
            return false;
        }
        requireConsistent(poolId, definition);
        stores.pools().put(poolId, record);
        LivePool before = live.get(poolId);
        if (before != null) {
            // The one that takes over reads what is stored, and publishes everything anew.
            before.write();
            unwritten.remove(before);
            behind.remove(before);
            addFigures(before, -1);
            byPrice.values().forEach(pools -> pools.remove(before));
        }
        open(definition);
        if (before != null) {
            publishDue(live.get(poolId));
        }
        return known == null;
    }

    /** Gives up on refused records of pools that had no record for a while. */
    void settleIdle(long nowMs) {
        if (unsettled > 0) {
            long idleSinceMs = nowMs - settings.settleAfter().toMillis();
            live.values().stream()
                    .filter(pool -> pool.unsettled() > 0 && pool.lastRecordMs() <= idleSinceMs)
                    .forEach(this::settle);
        }
    }

    private void settle(LivePool pool) {
        addFigures(pool, -1);
        unwritten.add(pool);
        pool.settleAll();
        addFigures(pool, 1);
    }

    private PoolDefinition known(String poolId) {
        LivePool pool = live.get(poolId);
        return pool == null ? withoutBook.get(poolId) : pool.definition();
    }

    /** An older version may have taken in a definition that says too little for the book that there is now. */
    private void open(PoolDefinition definition) {
        Optional<PoolTerms> terms = PoolDefinitionAdapter.termsIfEnough(definition);
        if (terms.isEmpty()) {
            withoutBook.put(definition.getPoolId(), definition);
            return;
        }
        LivePool pool = new LivePool(definition, terms.get(), settings, stores, prices, outbox);
        live.put(definition.getPoolId(), pool);
        withoutBook.remove(definition.getPoolId());
        prices.concerning(definition).forEach(id -> byPrice.computeIfAbsent(id, absent -> new LinkedHashSet<>())
                .add(pool));
        addFigures(pool, 1);
        behind.add(pool);
    }

    private void addFigures(LivePool pool, int sign) {
        openPositions += sign * (long) pool.openPositions();
        unsettled += sign * pool.unsettled();
    }

    private void requireConsistent(String poolId, PoolDefinition definition) {
        PoolDefinition known = known(poolId);
        if (known != null && known.getKind() != definition.getKind()) {
            throw changed(known.getKind(), definition.getKind());
        }
        if (!PoolDefinitionAdapter.hasBook(definition)) {
            return;
        }
        PoolTerms terms = PoolDefinitionAdapter.terms(definition);
        LivePool pool = live.get(poolId);
        if (pool != null && !pool.terms().creation().equals(terms.creation())) {
            throw changed(pool.terms(), terms);
        }
    }

    private static MalformedRecordException changed(Object known, Object given) {
        return new MalformedRecordException(
                "kind, address and what else a pool was created with never change: known is " + known + ", given "
                        + given);
    }

    /** The same again, something older, or the same log before more was learned of the tokens. */
    private static boolean saysNothingNew(PoolDefinition given, PoolDefinition known) {
        int order = PLACE.compare(given, known);
        return given.equals(known) || order < 0 || order == 0 && knowsLess(given.getTokens(), known.getTokens());
    }

    private static boolean knowsLess(List<PoolToken> given, List<PoolToken> known) {
        for (int i = 0; i < Math.min(given.size(), known.size()); i++) {
            if (lost(given.get(i).getDecimals(), known.get(i).getDecimals())
                    || lost(given.get(i).getPriceSource(), known.get(i).getPriceSource())) {
                return true;
            }
        }
        return false;
    }

    private static boolean lost(Object given, Object known) {
        return given == null && Objects.nonNull(known);
    }
}
