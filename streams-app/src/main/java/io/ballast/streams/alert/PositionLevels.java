/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.band.Levels;

/** At which figures of a position somebody wants to know at once, whatever the tolerance. Immutable. */
@FunctionalInterface
public interface PositionLevels {

    /** Nobody wants to know anything at once. */
    PositionLevels NONE = (poolId, positionId, owner, portfolio) -> Levels.NONE;

    /**
     * @param owner  null when not known
     * @param portfolio  path of the portfolio that the owner is assigned to; null: none
     */
    Levels of(String poolId, String positionId, String owner, String portfolio);
}
