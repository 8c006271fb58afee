/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.streams.record.ListedQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest quotes of a task's underlyings. Surfaces are made when a quote of the next interval of event time comes, before it is
 * taken in, so that they are the same whenever it is processed; and when no more quotes come. Mutable and single-threaded.
 */
final class OptionBook {

    private final OptionSettings settings;
    private final QuoteRows rows;
    private final SurfaceOutlet outlet;
    private final Map<String, UnderlyingQuotes> byUnderlying = new TreeMap<>();

    OptionBook(OptionSettings settings, QuoteRows rows, SurfaceOutlet outlet) {
        this.settings = settings;
        this.rows = rows;
        this.outlet = outlet;
    }

    /** From what was kept; everything is published anew. */
    void restore(ListedQuote quote) {
        quotes(quote).take(quote);
    }

    /** @param raw  the record's bytes */
    void take(ListedQuote quote, byte[] raw) {
        UnderlyingQuotes quotes = quotes(quote);
        if (quotes.isChanged() && interval(quote.time()) > interval(quotes.now())) {
            quotes.publish(settings.stale(), outlet, rows);
        }
        if (quotes.take(quote)) {
            rows.put(quote.underlying(), quote.instrumentId(), raw);
        }
    }

    /** Publishes what has changed of underlyings that had no quote since this was called last. */
    void publishQuiet() {
        byUnderlying.values().forEach(quotes -> {
            if (quotes.isQuiet() && quotes.isChanged()) {
                quotes.publish(settings.stale(), outlet, rows);
            }
        });
    }

    /** Underlyings that have had quotes since their surfaces were made. */
    long waiting() {
        return byUnderlying.values().stream()
                .filter(UnderlyingQuotes::isChanged)
                .count();
    }

    private UnderlyingQuotes quotes(ListedQuote quote) {
        return byUnderlying.computeIfAbsent(quote.underlying(), UnderlyingQuotes::new);
    }

    private long interval(Instant time) {
        Duration every = settings.every();
        return Math.floorDiv(time.toEpochMilli(), every.toMillis());
    }
}
