/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.Timeline;
import io.ballast.risk.book.TimelineListener;
import io.ballast.risk.book.Touched;
import io.ballast.risk.journal.JournaledMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A timeline that was fed a log, with the last figures published of each position. */
final class TimelineRun implements TimelineListener<String> {

    final PoolBook book;
    final Map<String, String> publications = new TreeMap<>();
    /** All positions. */
    final BookGroup group;

    private final Timeline<String> timeline;
    private int refused;

    private TimelineRun(PoolTerms terms) {
        book = PoolBook.open(terms);
        group = book.newGroup();
        book.observe(group::replace);
        timeline = new Timeline<>(book, 100, at -> false, this);
    }

    static TimelineRun of(PoolTerms terms, List<Arrival<String>> log) {
        TimelineRun run = new TimelineRun(terms);
        log.forEach(run.timeline::accept);
        return run;
    }

    TimelineRun refusedNothing() {
        assertThat(refused).isZero();
        return this;
    }

    Map<String, Map<?, ?>> rows() {
        return rows(book);
    }

    static Map<String, Map<?, ?>> rows(PoolBook book) {
        return book.tables().stream().collect(Collectors.toMap(JournaledMap::name, table -> Map.copyOf(table.view())));
    }

    @Override
    public void applied(Entry<String> entry, Touched touched) {
        book.positions().keySet().stream()
                .filter(key ->
                        touched.all() && book.isOpen(key) || touched.keys().contains(key))
                .forEach(key -> publications.put(key, entry.at() + " " + book.figures(key)));
    }

    @Override
    public void refused(Entry<String> entry) {
        refused++;
    }
}
