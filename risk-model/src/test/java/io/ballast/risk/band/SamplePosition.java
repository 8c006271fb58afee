/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import io.ballast.risk.loss.ConcentratedRange;

/** A position by the definitions alone: what it is worth is asked of {@link ConcentratedRange}, never of a band. */
final class SamplePosition {

    private static final double SMALLEST = 0x1p-64;
    private static final double GREATEST = 0x1p64;

    final double lower;
    final double upper;
    double liquidity;
    double hodl0;
    double hodl1;
    double fees0;
    double fees1;

    SamplePosition(double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
    }

    static SamplePosition fullRange() {
        return new SamplePosition(SMALLEST, GREATEST);
    }

    SamplePosition copy() {
        SamplePosition copy = new SamplePosition(lower, upper);
        copy.liquidity = liquidity;
        copy.hodl0 = hodl0;
        copy.hodl1 = hodl1;
        copy.fees0 = fees0;
        copy.fees1 = fees1;
        return copy;
    }

    void deposit(double liquidity, double sqrtPrice) {
        ConcentratedRange added = new ConcentratedRange(liquidity, lower, upper);
        this.liquidity += liquidity;
        hodl0 += added.amount0(sqrtPrice);
        hodl1 += added.amount1(sqrtPrice);
    }

    void withdraw(double part) {
        liquidity *= 1 - part;
        hodl0 *= 1 - part;
        hodl1 *= 1 - part;
    }

    boolean earnsAt(double sqrtPrice) {
        return lower <= sqrtPrice && sqrtPrice < upper;
    }

    void earn(double growth0, double growth1) {
        fees0 += liquidity * growth0;
        fees1 += liquidity * growth1;
    }

    ConcentratedRange range() {
        return new ConcentratedRange(liquidity, lower, upper);
    }

    /** Delta with all liquidity in token0. */
    double fullDelta() {
        return range().amount0(lower);
    }

    Figures figures(double sqrtPrice) {
        double price = sqrtPrice * sqrtPrice;
        double value = range().value(sqrtPrice);
        double hodl = hodl0 * price + hodl1;
        return new Figures(
                value, hodl == 0 ? 0 : (value - hodl) / hodl, range().delta(sqrtPrice), fees0 * price + fees1);
    }

    Segment segment(double sqrtPrice) {
        return Segment.ofRange(liquidity, lower, upper, sqrtPrice, hodl0, hodl1, fees0, fees1);
    }
}
