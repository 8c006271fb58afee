/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PositionRisk;

/** How far a pool's price is from the ends of a position's range, told by ticks: {@code price = 1.0001^tick}. */
final class RangeEdge {
    private static final double TICK_BASE = 1.0001;

    private RangeEdge() {}

    /**
     * The relative move of the price to the nearest end: positive inside the range, negative outside; NaN without a range or
     * a price.
     */
    static double distance(PositionRisk risk) {
        if (risk.getTickLower() == null || risk.getTickUpper() == null || risk.getTick() == null) {
            return Double.NaN;
        }
        int tick = risk.getTick();
        double toLower = move(tick, risk.getTickLower());
        double toUpper = move(tick, risk.getTickUpper());
        double nearest = Math.min(toLower, toUpper);
        boolean inside = tick >= risk.getTickLower() && tick < risk.getTickUpper();
        return inside ? nearest : -nearest;
    }

    private static double move(int from, int to) {
        return Math.abs(Math.pow(TICK_BASE, to - from) - 1);
    }
}
