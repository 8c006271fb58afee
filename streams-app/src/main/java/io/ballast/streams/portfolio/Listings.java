/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.Marks;
import io.ballast.schema.ReferencePrice;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** All instruments that are known, and what they trade at. Mutable and single-threaded. */
final class Listings {

    private final Map<InstrumentKey, Listing> byKey = new TreeMap<>();
    private final PriceBoard board;

    Listings(PriceBoard board) {
        this.board = board;
    }

    /** @throws IllegalArgumentException if it is known with another payoff */
    void add(Listing listing) {
        Listing known = byKey.get(listing.terms().key());
        if (known != null && !known.terms().hasSamePayoff(listing.terms())) {
            throw new IllegalArgumentException(
                    listing.terms().key() + " is known as " + known.terms() + " and cannot become " + listing.terms());
        }
        byKey.put(listing.terms().key(), listing);
    }

    /** Null: not known. */
    Listing of(InstrumentKey key) {
        return byKey.get(key);
    }

    /** The tick that says what it trades at; null: none, or a listing that is not known. */
    ReferencePrice tick(InstrumentKey key) {
        Listing listing = byKey.get(key);
        return listing == null ? null : board.of(listing.priceSource());
    }

    /** What instruments trade at. */
    Marks marks() {
        return key -> {
            ReferencePrice tick = tick(key);
            return tick == null ? null : BigDecimal.valueOf(tick.getPrice());
        };
    }
}
