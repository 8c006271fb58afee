/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import io.ballast.producers.exchange.market.Observed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What messages usually say. */
final class Said {

    private Said() {}

    static List<Heard> market(Observed observed) {
        return List.of(new Heard.Market(observed));
    }

    static List<Heard> aside(String type) {
        return List.of(new Heard.Aside(type));
    }

    static List<Heard> unknown(String type) {
        return List.of(new Heard.Unknown(type));
    }

    static List<Heard> complaint(String words) {
        return List.of(new Heard.Complaint(words));
    }

    /** A quote; nothing while a side is empty, which exchanges write as none or zero. */
    static Optional<Observed> quote(
            String instrumentId, Optional<BigDecimal> bid, Optional<BigDecimal> ask, Instant time) {
        return bid.filter(Said::isThere).flatMap(price -> ask.filter(Said::isThere)
                .map(other -> new Observed.Quote(instrumentId, price, other, time)));
    }

    private static boolean isThere(BigDecimal price) {
        return price.signum() != 0;
    }
}
