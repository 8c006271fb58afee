/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.ReferencePrice;
import java.util.HashMap;
import java.util.Map;

/** The newest price of each market instrument, by its event time. Mutable and single-threaded. */
final class PriceBoard {

    private final Map<String, ReferencePrice> newest = new HashMap<>();

    /** Returns false if a newer one is known, or the very same. */
    boolean add(ReferencePrice price) {
        ReferencePrice known = newest.get(price.getInstrumentId());
        if (known != null && known.getEventTime().isAfter(price.getEventTime()) || price.equals(known)) {
            return false;
        }
        newest.put(price.getInstrumentId(), price);
        return true;
    }

    /** Null: none is known. */
    ReferencePrice of(String instrumentId) {
        return newest.get(instrumentId);
    }
}
