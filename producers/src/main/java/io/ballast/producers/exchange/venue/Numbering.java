/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Observed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches the numbers that an exchange gives to what happens to an instrument. They outlive a link: what was missed between two
 * links shows as a gap, and what is told again after the second has opened as a repeat. Mutable, single-threaded.
 */
final class Numbering {

    /** Numbers with nothing left out between them, or numbers that only rise. */
    enum Kind {
        CONTIGUOUS,
        RISING
    }

    private record Place(long number, Instant time) {}

    private final Kind kind;
    private final Map<String, Place> last = new HashMap<>();

    Numbering(Kind kind) {
        this.kind = kind;
    }

    /** The observation, if its number is a new one, behind the gap that it tells of. */
    List<Heard> hear(long number, Observed observed) {
        Place before = last.get(observed.instrumentId());
        if (before != null && isRepeat(number, observed, before)) {
            return List.of(new Heard.Repeat(observed.instrumentId()));
        }
        last.put(observed.instrumentId(), new Place(number, observed.time()));
        Heard market = new Heard.Market(observed);
        boolean missed = kind == Kind.CONTIGUOUS && before != null && number > before.number() + 1;
        return missed
                ? List.of(new Heard.Gap(observed.instrumentId(), number - before.number() - 1), market)
                : List.of(market);
    }

    /** A lower number of a later time is none: the exchange has begun to count anew. */
    private static boolean isRepeat(long number, Observed observed, Place before) {
        return number == before.number()
                || number < before.number() && !observed.time().isAfter(before.time());
    }
}
