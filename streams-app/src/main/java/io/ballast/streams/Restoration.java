/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an instance reads of the stores' changelogs: before it works on a share of its own, and to keep copies of others'
 * shares. Thread-safe.
 */
public final class Restoration implements StateRestoreListener, StandbyUpdateListener {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final AtomicLong restored = new AtomicLong();
    private final AtomicLong copied = new AtomicLong();
    private final Map<TopicPartition, Long> behind = new ConcurrentHashMap<>();

    Restoration() {}

    /** Changelog records read before it could work on its own share. */
    public long restored() {
        return restored.get();
    }

    /** Changelog records read for copies. */
    public long copied() {
        return copied.get();
    }

    /** Stores that it keeps copies of. */
    public int copies() {
        return behind.size();
    }

    /**
     * Offsets that those were behind when something was last read, the ends of transactions included: some two for each. A copy
     * of which nothing was read yet counts as 0, since an empty store's is never read.
     */
    public long copiesBehind() {
        return behind.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
        LOG.info("Restoring {} from {}: {} offsets", store, changelog, to - from);
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long to, long records) {
        restored.addAndGet(records);
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        LOG.info("Restored {} from {}: {} records", store, changelog, records);
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String store, long from) {
        behind.put(changelog, 0L);
    }

    @Override
    public void onBatchLoaded(TopicPartition changelog, String store, TaskId task, long to, long records, long end) {
        copied.addAndGet(records);
        behind.put(changelog, Math.max(0, end - to));
    }

    @Override
    public void onUpdateSuspended(TopicPartition changelog, String store, long at, long end, SuspendReason reason) {
        behind.remove(changelog);
    }
}
