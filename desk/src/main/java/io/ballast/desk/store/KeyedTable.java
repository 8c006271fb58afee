/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * The newest record of each key of a topic that is far smaller than positions are, as JSON text. One thread writes, any number
 * read.
 */
public final class KeyedTable {
    private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();
    private final Versions versions;
    private volatile long lastVersion;

    /**
     * One key.
     *
     * @param portfolio  whom it concerns, for entitlements; null: everybody's portfolios or none's
     * @param summary  what lists and streams show; null: the key has been deleted
     * @param detail  all of it; null: deleted
     */
    public record Entry(String key, String portfolio, long version, String summary, String detail) {
        public boolean isDeleted() {
            return detail == null;
        }
    }

    public KeyedTable(Versions versions) {
        this.versions = versions;
    }

    public void put(String key, String portfolio, String summary, String detail) {
        long version = versions.next();
        entries.put(key, new Entry(key, portfolio, version, summary, detail));
        lastVersion = version;
    }

    /** A deleted key is remembered, so that streams can tell of it. */
    public void remove(String key) {
        long version = versions.next();
        entries.computeIfPresent(key, (same, entry) -> new Entry(key, entry.portfolio(), version, null, null));
        lastVersion = version;
    }

    /** Of the newest change: whoever asks before looking has then seen all changes up to it. */
    public long version() {
        return lastVersion;
    }

    public Optional<Entry> get(String key) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> !entry.isDeleted());
    }

    /** What is there, by key. */
    public List<Entry> all(Predicate<Entry> condition) {
        return since(0, condition.and(entry -> !entry.isDeleted()));
    }

    /** What has changed after that version, deletions too, by key. */
    public List<Entry> since(long version, Predicate<Entry> condition) {
        return entries.values().stream()
                .filter(entry -> entry.version() > version)
                .filter(condition)
                .sorted(Comparator.comparing(Entry::key))
                .toList();
    }
}
