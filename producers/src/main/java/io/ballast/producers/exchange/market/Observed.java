/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import io.ballast.schema.HedgeInstrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Something that an exchange says of an instrument. Prices are exact, as the exchange wrote them. */
public sealed interface Observed {

    /** {@code venue:symbol}. */
    String instrumentId();

    /** When it was so: the exchange's own time, or ours where the exchange tells none. */
    Instant time();

    /**
     * A trade.
     *
     * @param price  quote per base
     */
    record Trade(String instrumentId, BigDecimal price, Instant time) implements Observed {}

    /**
     * The best of both sides of the order book.
     *
     * @param bid  quote per base, above 0
     * @param ask  quote per base, above 0
     */
    record Quote(String instrumentId, BigDecimal bid, BigDecimal ask, Instant time) implements Observed {}

    /**
     * What the exchange values an instrument at.
     *
     * @param price  quote per base
     * @param index  price of the underlying that the exchange goes by
     */
    record Mark(
            String instrumentId, BigDecimal price, Optional<BigDecimal> index, Optional<Funding> funding, Instant time)
            implements Observed {}

    /** A quote of an option. */
    record Option(String instrumentId, OptionTerms terms, OptionBook book, OptionMarks marks, Instant time)
            implements Observed {}

    /**
     * What an instrument is.
     *
     * @param specification  its record
     */
    record Contract(HedgeInstrument specification) implements Observed {

        @Override
        public String instrumentId() {
            return specification.getInstrumentId();
        }

        @Override
        public Instant time() {
            return specification.getEventTime();
        }
    }
}
