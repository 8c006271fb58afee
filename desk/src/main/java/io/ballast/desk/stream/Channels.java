/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.stream;

import io.ballast.desk.api.PositionRecords;
import io.ballast.desk.api.ProblemException;
import io.ballast.desk.ingest.IngestStatus;
import io.ballast.desk.query.Grouping;
import io.ballast.desk.query.Ordering;
import io.ballast.desk.query.Paging;
import io.ballast.desk.query.Query;
import io.ballast.desk.store.DeskStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Gives out channels, the same view to all who look at the same. Thread-safe. */
public final class Channels {
    private static final int KEPT_VIEWS = 64;

    private final DeskStore store;
    private final PositionRecords records;
    private final Paging paging;
    private final Grouping grouping;
    private final Supplier<IngestStatus> status;
    private final LongSupplier nanos;
    private final SharedTime shared;
    private final Map<PositionView.Key, PositionView> views = recentlyUsed();
    private final Map<Query, KpiView> kpis = recentlyUsed();

    /** @param nanos  a clock for durations, as {@link System#nanoTime} */
    public Channels(DeskStore store, PositionRecords records, Supplier<IngestStatus> status, LongSupplier nanos) {
        this.store = store;
        this.records = records;
        this.paging = new Paging(store.positions(), store.pools());
        this.grouping = new Grouping(store.positions(), store.pools());
        this.status = status;
        this.nanos = nanos;
        this.shared = new SharedTime(nanos);
    }

    /** @throws ProblemException if there is no such channel */
    Channel channel(String name, Query query, Ordering ordering, int limit) {
        return switch (name) {
            case "positions" -> view(new PositionView.Key(query, ordering, limit));
            case "kpi" -> kpi(query);
            case "portfolios" -> new TableChannel(name, store.portfolios(), query.entitlement());
            case "hedges" -> new TableChannel(name, store.hedges(), query.entitlement());
            case "alerts" -> new TableChannel(name, store.alerts(), query.entitlement());
            case "deliveries" -> new TableChannel(name, store.deliveries(), query.entitlement());
            case "status" -> new StatusChannel(status, nanos);
            default ->
                throw ProblemException.badRequest("no channel is called " + name
                        + "; there are positions, kpi, portfolios, hedges, alerts, deliveries, status");
        };
    }

    private synchronized PositionView view(PositionView.Key key) {
        return views.computeIfAbsent(key, absent -> new PositionView(key, paging, records, pace()));
    }

    private synchronized KpiView kpi(Query query) {
        return kpis.computeIfAbsent(query, absent -> new KpiView(query, grouping, pace()));
    }

    private Pace pace() {
        return new Pace(nanos, shared);
    }

    /** A view that has fallen out goes on for those who have it; only who comes later does not share it. */
    private static <K, V> Map<K, V> recentlyUsed() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT_VIEWS;
            }
        };
    }
}
