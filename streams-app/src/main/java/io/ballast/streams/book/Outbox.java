/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.LogPosition;
import io.ballast.schema.PoolRisk;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.record.Coordinates;
import java.time.Instant;

/** Where a book's output goes. */
interface Outbox {

    void positionRisk(PositionRisk risk);

    /** A position is taken back, or is not followed any more. */
    void positionGone(String positionId, Instant now);

    void poolRisk(PoolRisk risk);

    void portfolioPart(String key, PortfolioPart part);

    void portfolioCurve(String key, PortfolioCurve curve);

    /** The portfolio holds nothing in the pool any more. */
    void portfolioCurveGone(String key, Instant now);

    /** A portfolio has nothing in a pool any more. */
    void portfolioPartGone(String key, Instant now);

    /**
     * @param key  the refused record's key; null: it had none
     * @param value  its bytes; null: a tombstone
     * @param poolId  null where it is not known
     * @param at  null where it is not known
     */
    void deadLetter(
            Coordinates from, String key, byte[] value, String reason, String poolId, LogPosition at, long timestampMs);
}
