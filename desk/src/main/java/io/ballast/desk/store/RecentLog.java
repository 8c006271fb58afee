/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The last so many of something, and how many there have been. Thread-safe. */
public final class RecentLog<T> {
    private final Deque<T> recent = new ArrayDeque<>();
    private final int most;
    private long count;

    public RecentLog(int most) {
        this.most = most;
    }

    public synchronized void add(T item) {
        if (recent.size() == most) {
            recent.removeFirst();
        }
        recent.addLast(item);
        count++;
    }

    /** Newest first. */
    public synchronized List<T> newestFirst() {
        List<T> items = new ArrayList<>(recent);
        Collections.reverse(items);
        return items;
    }

    /** All there have been. */
    public synchronized long count() {
        return count;
    }
}
