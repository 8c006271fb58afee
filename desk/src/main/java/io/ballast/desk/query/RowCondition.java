/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.PositionRows;

/** A condition on rows, made for the state that the rows are in: words in it are numbers already. */
@FunctionalInterface
public interface RowCondition {
    boolean holds(PositionRows rows, int row);

    default RowCondition and(RowCondition other) {
        return (rows, row) -> holds(rows, row) && other.holds(rows, row);
    }

    default RowCondition negated() {
        return (rows, row) -> !holds(rows, row);
    }
}
