/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.band.Tolerances;
import io.ballast.streams.book.BookSettings;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.PublicationKeys;
import java.time.Duration;
import java.util.List;

/**
 * How portfolios are kept and published.
 *
 * @param topicPrefix  put in front of topics' names
 * @param tolerances  how far published figures may be from the truth
 * @param heartbeatMs  event time after which they are published though nothing moved; 0 for never
 * @param ladderShifts  relative changes of price that portfolios are looked at too, lowest first
 * @param mostPools  pools of a portfolio that are told one by one
 * @param priceStale  event time after which a price is stale
 * @param finality  event time after which a block counts as final
 * @param futureSkew  how far event time may be ahead of the clock
 * @param waitingEvents  hedge events of a portfolio that may wait for their instrument
 * @param waitingTime  event time that they may wait
 */
public record DeskSettings(
        String topicPrefix,
        Tolerances tolerances,
        long heartbeatMs,
        List<Double> ladderShifts,
        int mostPools,
        Duration priceStale,
        Duration finality,
        Duration futureSkew,
        int waitingEvents,
        Duration waitingTime) {

    /** The settings of pools' books, as far as they concern portfolios too. */
    public static DeskSettings of(BallastConfig config) {
        BookSettings books = BookSettings.of(config);
        return new DeskSettings(
                books.topicPrefix(),
                books.publication().tolerances(),
                books.publication().heartbeatMs(),
                books.publication().ladder().shifts(),
                config.getInt(PublicationKeys.PORTFOLIO_POOLS),
                books.usdStale(),
                books.finality(),
                books.futureSkew(),
                books.pendingRecords(),
                books.pendingTime());
    }
}
