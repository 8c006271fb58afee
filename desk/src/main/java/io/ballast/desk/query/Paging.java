/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.PositionRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Finds pages: one look at each row, and only as many rows held as a page has, so that neither a first nor a later page sorts the
 * book. Thread-safe.
 */
public final class Paging {
    private final PositionBook book;
    private final Pools pools;

    /** A row that may be on the page. */
    private record Candidate(Place place, int row) {}

    public Paging(PositionBook book, Pools pools) {
        this.book = book;
        this.pools = pools;
    }

    /** Rows of a query, for {@link #first}. */
    public MatchingRows matching(Query query) {
        return new MatchingRows(query, pools);
    }

    /**
     * @param cursor  null: the first page
     * @param limit  rows on a page, at least 1
     * @throws QueryException if the cursor is of another order
     */
    public Page page(Query query, Ordering ordering, String cursor, int limit) {
        Place after = cursor == null ? null : Cursor.read(cursor, ordering);
        return page((rows, action) -> query.passing(rows, pools).forEach(action), ordering, after, limit);
    }

    /** The first page, for whoever asks for it again and again. */
    public Page first(MatchingRows matching, Ordering ordering, int limit) {
        return page(matching::forEach, ordering, null, limit);
    }

    private Page page(BiConsumer<PositionRows, IntConsumer> matching, Ordering ordering, Place after, int limit) {
        return book.read(rows -> {
            Filling filling = new Filling(ordering, limit + 1);
            matching.accept(rows, row -> filling.offer(rows, row, after));
            return page(rows, filling.inOrder(), filling.offered, limit);
        });
    }

    private static Page page(PositionRows rows, List<Candidate> found, long total, int limit) {
        boolean more = found.size() > limit;
        List<Candidate> shown = more ? found.subList(0, limit) : found;
        List<Page.Row> page = new ArrayList<>(shown.size());
        for (Candidate candidate : shown) {
            int row = candidate.row();
            page.add(new Page.Row(rows.id(row), rows.version(row), rows.value(row)));
        }
        return new Page(
                page,
                total,
                rows.lastVersion(),
                more ? Cursor.of(shown.get(limit - 1).place()) : null);
    }

    /** The first few in the order of all that were offered. */
    private static final class Filling {
        private final Ordering ordering;
        private final int most;
        private final PriorityQueue<Candidate> lastFirst;
        private final FirstKey firstKey;
        private long offered;

        Filling(Ordering ordering, int most) {
            this.ordering = ordering;
            this.most = most;
            this.lastFirst = new PriorityQueue<>((one, other) -> ordering.compare(other.place(), one.place()));
            this.firstKey = new FirstKey(ordering);
        }

        void offer(PositionRows rows, int row, Place after) {
            offered++;
            boolean full = lastFirst.size() == most;
            // Most rows of a large book are too far back by their first key: they cost no object.
            if (full && firstKey.isBehind(rows, row)) {
                return;
            }
            Place place = ordering.place(rows, row);
            if (after != null && ordering.compare(place, after) <= 0) {
                return;
            }
            if (full && ordering.compare(place, lastFirst.peek().place()) > 0) {
                return;
            }
            lastFirst.add(new Candidate(place, row));
            if (lastFirst.size() > most) {
                lastFirst.poll();
            }
            if (lastFirst.size() == most) {
                firstKey.last(lastFirst.peek().place());
            }
        }

        List<Candidate> inOrder() {
            List<Candidate> all = new ArrayList<>(lastFirst.size());
            while (!lastFirst.isEmpty()) {
                all.add(lastFirst.poll());
            }
            Collections.reverse(all);
            return all;
        }
    }
}
