/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** Ends a band where a figure of a segment reaches a level. The loss is V/H - 1: it reaches m where {@code V - (1+m)*H} is 0. */
final class SegmentLevels {

    private static final int GUARD_ULPS = 4;
    private static final double ROUNDING = 4e-15;

    private final Segment segment;
    private final double s;
    private final Narrowing cut;

    SegmentLevels(Segment segment, QuietBand band) {
        this.segment = segment;
        s = segment.sqrtPrice();
        cut = new Narrowing(s, band.lo(), band.hi());
    }

    QuietBand cut(QuietBand band, Figures now, Levels levels) {
        double hodl = segment.hodl0() * s * s + segment.hodl1();
        if (hodl > 0) {
            keepOffLoss(hodl, now.ilFraction(), levels.ilBelow(now.ilFraction()));
            keepOffLoss(hodl, now.ilFraction(), levels.ilAbove(now.ilFraction()));
        }
        keepOffValue(now.value(), levels.valueBelow(now.value()));
        keepOffValue(now.value(), levels.valueAbove(now.value()));
        if (levels.range()) {
            keepOffEnds();
        }
        // Fees that raise the value bring it to a level without any move of the price.
        double above = levels.valueAbove(now.value());
        boolean feesMayReach = segment.compounding() && segment.earning() > 0 && !Double.isNaN(above);
        double feeThreshold = feesMayReach ? Double.NEGATIVE_INFINITY : band.feeThreshold();
        return new QuietBand(cut.lo(), cut.hi(), feeThreshold);
    }

    private void keepOffLoss(double hodl, double now, double level) {
        if (Double.isNaN(level)) {
            return;
        }
        double side = Math.signum(now - level);
        double kept = 1 + level;
        cut.keepPositive(
                hodl * (side * (now - level) - ROUNDING),
                side * 2 * s * (segment.withoutFees().amount0() - kept * segment.hodl0()),
                side * (segment.withoutFees().curvature(s) - kept * segment.hodl0()));
    }

    private void keepOffValue(double now, double level) {
        if (Double.isNaN(level)) {
            return;
        }
        double side = Math.signum(now - level);
        cut.keepPositive(
                side * (now - level) - ROUNDING * Math.abs(now),
                side * segment.principal().slope(s),
                side * segment.principal().curvature(s));
    }

    /** On an end itself the pool's tick may be on either side. */
    private void keepOffEnds() {
        double upper = segment.sqrtUpper();
        double lower = segment.sqrtLower();
        if (upper - s <= GUARD_ULPS * Math.ulp(s) || s - lower <= GUARD_ULPS * Math.ulp(s)) {
            cut.empty();
            return;
        }
        if (upper < Double.POSITIVE_INFINITY) {
            cut.cutAt(upper - s);
        }
        if (lower > 0) {
            cut.cutAt(lower - s);
        }
    }
}
