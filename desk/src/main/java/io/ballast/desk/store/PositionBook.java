/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/** All positions: one thread writes, any number of threads read, each sees a whole state between two records. Thread-safe. */
public final class PositionBook {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final PositionRows rows = new PositionRows();
    private final Versions versions;

    public PositionBook(Versions versions) {
        this.versions = versions;
    }

    /**
     * A position's newest figures.
     *
     * @param value  the record as it came; kept as it is
     * @param partition  that it came from
     * @param offset  of it there
     */
    public void put(String id, PositionRisk risk, byte[] value, int partition, long offset) {
        lock.writeLock().lock();
        try {
            rows.put(id, risk, value, partition, offset, versions.next());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The position has been taken back. */
    public void remove(String id) {
        lock.writeLock().lock();
        try {
            rows.remove(id, versions.next());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Answers a question while nothing changes; the rows must not be kept. */
    public <T> T read(Function<PositionRows, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(rows);
        } finally {
            lock.readLock().unlock();
        }
    }
}
