/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.streams.record.StoredRecord;
import io.ballast.streams.state.PendingStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Hedge events whose instrument is not listed yet, by portfolio, in the order in which they came. Memory over a store. */
final class WaitingEvents {

    private final PendingStore store;
    private final Map<String, TreeMap<Long, StoredRecord>> byPortfolio = new TreeMap<>();

    WaitingEvents(PendingStore store) {
        this.store = store;
        store.each((portfolio, number, record) -> of(portfolio).put(number, record));
    }

    void add(String portfolio, StoredRecord record) {
        TreeMap<Long, StoredRecord> waiting = of(portfolio);
        long number = waiting.isEmpty() ? 0 : waiting.lastKey() + 1;
        waiting.put(number, record);
        store.put(portfolio, number, record);
    }

    /** Takes out those of all portfolios that pass a test, by portfolio and in order. */
    List<StoredRecord> take(Predicate<StoredRecord> test) {
        List<StoredRecord> taken = new ArrayList<>();
        List.copyOf(byPortfolio.keySet()).forEach(portfolio -> taken.addAll(take(portfolio, test)));
        return taken;
    }

    /** Takes out those of a portfolio that pass a test, in order. */
    List<StoredRecord> take(String portfolio, Predicate<StoredRecord> test) {
        TreeMap<Long, StoredRecord> waiting = of(portfolio);
        List<StoredRecord> taken = new ArrayList<>();
        for (Map.Entry<Long, StoredRecord> one : List.copyOf(waiting.entrySet())) {
            if (test.test(one.getValue())) {
                taken.add(one.getValue());
                waiting.remove(one.getKey());
                store.delete(portfolio, one.getKey());
            }
        }
        return taken;
    }

    int count(String portfolio) {
        TreeMap<Long, StoredRecord> waiting = byPortfolio.get(portfolio);
        return waiting == null ? 0 : waiting.size();
    }

    int count() {
        return byPortfolio.values().stream().mapToInt(Map::size).sum();
    }

    /** Of several portfolios together. */
    long count(Collection<PortfolioBook> books) {
        return books.stream().mapToLong(book -> count(book.path().path())).sum();
    }

    private TreeMap<Long, StoredRecord> of(String portfolio) {
        return byPortfolio.computeIfAbsent(portfolio, absent -> new TreeMap<>());
    }
}
