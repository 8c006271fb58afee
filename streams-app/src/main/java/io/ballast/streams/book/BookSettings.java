/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.rolling.Windows;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.config.HistoryKeys;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.config.WindowList;
import java.time.Duration;

/**
 * How books are kept and published.
 *
 * @param topicPrefix  put in front of topics' names
 * @param historyBlocks  blocks that can be undone
 * @param historyRecords  records that can be undone, whatever their age
 * @param finality  event time after which a block counts as final
 * @param sequenceWait  wall-clock time that records are held back until those before them come; 0: they are not
 * @param sequenceRecords  records of one producer and pool that are held back at most
 * @param settleAfter  wall-clock time without new records after which refusals are final
 * @param rivalWait  wall-clock time that records of a rival block wait
 * @param pendingRecords  records of a pool that may wait for its definition
 * @param pendingTime  event time that they may wait
 * @param futureSkew  how far event time may be ahead of the clock
 * @param usdStale  event time after which a reference price is stale
 * @param usdHistory  reference prices kept for each instrument
 * @param priceSources  which merged price stands for what a token names
 * @param windows  windows that losses are reported over
 * @param rowsInMemory  rows used lately that are kept in memory, of each large table of a pool
 * @param publication  when figures are published anew
 * @param selection  what is published
 * @param portfolios  who belongs where
 */
public record BookSettings(
        String topicPrefix,
        int historyBlocks,
        int historyRecords,
        Duration finality,
        Duration sequenceWait,
        int sequenceRecords,
        Duration settleAfter,
        Duration rivalWait,
        int pendingRecords,
        Duration pendingTime,
        Duration futureSkew,
        Duration usdStale,
        int usdHistory,
        PriceSources priceSources,
        Windows windows,
        int rowsInMemory,
        PublicationSettings publication,
        Selection selection,
        Portfolios portfolios) {

    /** Reads the owners file too. */
    public static BookSettings of(BallastConfig config) {
        return new BookSettings(
                config.topicPrefix(),
                config.getInt(HistoryKeys.HISTORY_BLOCKS),
                config.getInt(HistoryKeys.HISTORY_RECORDS),
                config.millis(HistoryKeys.FINALITY_MS),
                config.millis(HistoryKeys.SEQUENCE_WAIT_MS),
                config.getInt(HistoryKeys.SEQUENCE_RECORDS),
                config.millis(HistoryKeys.SETTLE_MS),
                config.millis(HistoryKeys.RIVAL_WAIT_MS),
                config.getInt(HistoryKeys.PENDING_RECORDS),
                config.millis(HistoryKeys.PENDING_MS),
                config.millis(BallastKeys.FUTURE_SKEW_MS),
                config.millis(PublicationKeys.USD_STALE_MS),
                config.getInt(PublicationKeys.USD_HISTORY),
                PriceSources.of(config),
                WindowList.parse(config.getList(PublicationKeys.WINDOWS)),
                config.getInt(BallastKeys.ROWS_IN_MEMORY),
                PublicationSettings.of(config),
                Selection.of(
                        config.getList(PublicationKeys.SELECT_OWNERS),
                        config.getList(PublicationKeys.SELECT_POSITIONS)),
                config.ownersFile().map(Portfolios::read).orElse(Portfolios.NONE));
    }
}
