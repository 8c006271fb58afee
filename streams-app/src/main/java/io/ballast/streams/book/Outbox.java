/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.LogPosition;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.record.Coordinates;

/** Where a book's output goes. */
interface Outbox {

    /** @param risk  null: the position is taken back */
    void positionRisk(String positionId, PositionRisk risk, long timestampMs);

    /**
     * @param key  the refused record's key; null: it had none
     * @param value  its bytes; null: a tombstone
     * @param poolId  null where it is not known
     * @param at  null where it is not known
     */
    void deadLetter(
            Coordinates from, String key, byte[] value, String reason, String poolId, LogPosition at, long timestampMs);
}
