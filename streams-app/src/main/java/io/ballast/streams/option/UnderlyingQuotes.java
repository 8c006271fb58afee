/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.option;

import io.ballast.risk.option.CalendarCheck;
import io.ballast.risk.option.Smile;
import io.ballast.streams.record.ListedQuote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The newest quotes of one underlying, and which expiries have had one since surfaces were made. Mutable, single-threaded. */
final class UnderlyingQuotes {

    /** Total variance that a fall must exceed: quotes are rounded. */
    private static final double CALENDAR_TOLERANCE = 1e-6;

    private final String underlying;
    private final Map<String, ListedQuote> byInstrument = new HashMap<>();
    private final Set<Instant> changed = new HashSet<>();
    private Instant now = Instant.MIN;
    private boolean quiet = true;

    UnderlyingQuotes(String underlying) {
        this.underlying = underlying;
    }

    /** Time of the newest quote. */
    Instant now() {
        return now;
    }

    boolean isChanged() {
        return !changed.isEmpty();
    }

    /** @return false: a newer one of the same option is known */
    boolean take(ListedQuote quote) {
        ListedQuote known = byInstrument.get(quote.instrumentId());
        if (known != null && known.time().isAfter(quote.time())) {
            return false;
        }
        if (known != null && !known.expiry().equals(quote.expiry())) {
            changed.add(known.expiry());
        }
        byInstrument.put(quote.instrumentId(), quote);
        changed.add(quote.expiry());
        now = quote.time().isAfter(now) ? quote.time() : now;
        quiet = false;
        return true;
    }

    /** True if nothing was taken since this was asked last. */
    boolean isQuiet() {
        boolean was = quiet;
        quiet = true;
        return was;
    }

    /** Makes surfaces of the expiries that have had quotes, as of the newest. */
    void publish(Duration stale, SurfaceOutlet outlet, QuoteRows rows) {
        dropExpired(outlet, rows);
        Map<Instant, ExpiryFit> fits = fits(stale);
        List<CalendarCheck.Violation> calendars = CalendarCheck.violations(
                fits.values().stream()
                        .map(ExpiryFit::smile)
                        .filter(Objects::nonNull)
                        .toList(),
                CALENDAR_TOLERANCE);
        fits.forEach((expiry, fit) -> {
            if (changed.contains(expiry)) {
                var surface = SurfaceRecords.surface(underlying, fit, upTo(fit.smile(), calendars));
                outlet.publish(SurfaceRecords.key(underlying, expiry), surface, SurfaceRecords.chain(surface, fit));
            }
        });
        changed.clear();
    }

    private static List<CalendarCheck.Violation> upTo(Smile smile, List<CalendarCheck.Violation> calendars) {
        return smile == null
                ? List.of()
                : calendars.stream()
                        .filter(violation -> violation.laterYears() == smile.yearsToExpiry())
                        .toList();
    }

    private Map<Instant, ExpiryFit> fits(Duration stale) {
        Map<Instant, List<ListedQuote>> byExpiry = new TreeMap<>();
        byInstrument.values().forEach(quote -> byExpiry.computeIfAbsent(quote.expiry(), absent -> new ArrayList<>())
                .add(quote));
        Map<Instant, ExpiryFit> fits = new TreeMap<>();
        byExpiry.forEach((expiry, quotes) -> fits.put(expiry, ExpiryFit.of(quotes, expiry, now, stale)));
        return fits;
    }

    private void dropExpired(SurfaceOutlet outlet, QuoteRows rows) {
        Set<Instant> expired = new HashSet<>();
        byInstrument.values().removeIf(quote -> {
            boolean over = !quote.expiry().isAfter(now);
            if (over) {
                expired.add(quote.expiry());
                rows.delete(underlying, quote.instrumentId());
            }
            return over;
        });
        expired.stream().sorted().forEach(expiry -> outlet.gone(SurfaceRecords.key(underlying, expiry), now));
        changed.removeAll(expired);
    }
}
