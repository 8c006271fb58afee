/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that a desk holds in memory, rebuilt from the topics on each start. Thread-safe. */
public final class DeskStore {
    private static final int DEAD_LETTERS = 500;
    private static final int POSITION_EVENTS = 100_000;
    private static final int CHANGES_PER_ALERT = 50;
    private static final int POINTS_PER_KEY = 512;

    private final Versions versions;
    private final PositionBook positions;
    private final Pools pools = new Pools();
    private final PoolPrices poolPrices = new PoolPrices();
    private final KeyedTable portfolios;
    private final KeyedTable hedges;
    private final KeyedTable scenarios;
    private final KeyedTable poolRisk;
    private final KeyedTable alerts;
    private final KeyedTable deliveries;
    private final KeyedTable surfaces;
    private final KeyedTable instruments;
    private final EventLog positionEvents = new EventLog(POSITION_EVENTS);
    private final History positionHistory;
    private final History portfolioHistory;
    private final Map<String, RecentLog<String>> alertChanges = new ConcurrentHashMap<>();
    private final RecentLog<String> deadLetters = new RecentLog<>(DEAD_LETTERS);

    /**
     * @param historyPoints  points of history to keep, of positions and of portfolios each
     */
    public DeskStore(Versions versions, long historyPoints) {
        this.versions = versions;
        this.positions = new PositionBook(versions);
        this.portfolios = new KeyedTable(versions);
        this.hedges = new KeyedTable(versions);
        this.scenarios = new KeyedTable(versions);
        this.poolRisk = new KeyedTable(versions);
        this.alerts = new KeyedTable(versions);
        this.deliveries = new KeyedTable(versions);
        this.surfaces = new KeyedTable(versions);
        this.instruments = new KeyedTable(versions);
        this.positionHistory =
                new History(List.of("value_usd", "hodl_value_usd", "fees_value_usd"), POINTS_PER_KEY, historyPoints);
        this.portfolioHistory =
                new History(List.of("value", "hodl_value", "il", "fees"), POINTS_PER_KEY, historyPoints);
    }

    public Versions versions() {
        return versions;
    }

    public PositionBook positions() {
        return positions;
    }

    public Pools pools() {
        return pools;
    }

    public PoolPrices poolPrices() {
        return poolPrices;
    }

    public KeyedTable portfolios() {
        return portfolios;
    }

    /** Recommendations, perpetuals and option strips alike. */
    public KeyedTable hedges() {
        return hedges;
    }

    public KeyedTable scenarios() {
        return scenarios;
    }

    public KeyedTable poolRisk() {
        return poolRisk;
    }

    public KeyedTable alerts() {
        return alerts;
    }

    /** What came of telling receivers of alerts. */
    public KeyedTable deliveries() {
        return deliveries;
    }

    /** Implied volatilities by underlying and expiry. */
    public KeyedTable surfaces() {
        return surfaces;
    }

    /** What can be traded as a hedge. */
    public KeyedTable instruments() {
        return instruments;
    }

    /** Deposits, withdrawals, collections and transfers. */
    public EventLog positionEvents() {
        return positionEvents;
    }

    public History positionHistory() {
        return positionHistory;
    }

    public History portfolioHistory() {
        return portfolioHistory;
    }

    /** An alert's record, for the alert's own history. */
    public void alertChanged(String fingerprint, String json) {
        alertChanges
                .computeIfAbsent(fingerprint, absent -> new RecentLog<>(CHANGES_PER_ALERT))
                .add(json);
    }

    /** The last records of an alert, newest first. */
    public List<String> alertChanges(String fingerprint) {
        RecentLog<String> changes = alertChanges.get(fingerprint);
        return changes == null ? List.of() : changes.newestFirst();
    }

    /** As JSON. */
    public RecentLog<String> deadLetters() {
        return deadLetters;
    }
}
