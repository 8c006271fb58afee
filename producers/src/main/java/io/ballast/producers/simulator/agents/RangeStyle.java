/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

/** How wide a provider's ranges are. */
public enum RangeStyle {
    /** About 1 % to either side: high fees, often out of range. */
    NARROW(0.01),
    /** About 5 %. */
    MEDIUM(0.05),
    /** About 30 %. */
    WIDE(0.30),
    /** About a factor of 20: nearly a constant product position, always in range. */
    FULL(19.0);

    private static final double LOG_OF_ONE_TICK = StrictMath.log(1.0001);

    private final double halfWidth;

    RangeStyle(double halfWidth) {
        this.halfWidth = halfWidth;
    }

    /** Ticks from the price to either end, about. */
    double halfWidthTicks() {
        return StrictMath.log1p(halfWidth) / LOG_OF_ONE_TICK;
    }
}
