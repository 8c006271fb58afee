/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A band is quiet everywhere inside, and ends where a figure reaches its limit or a segment ends. */
class SegmentPropertyTest {

    private static final int SAMPLES = 200;
    private static final double JUST = 1e-6;

    private final SampleMarket scale = new SampleMarket(0, 0);

    @Property(tries = 3000)
    void rangeIsQuietInsideAndLoudOutside(
            @ForAll @DoubleRange(min = -3, max = 3) double centre,
            @ForAll @DoubleRange(min = -9, max = 0.5) double logWidth,
            @ForAll @DoubleRange(min = 0, max = 80) double logLiquidity,
            @ForAll @Size(min = 1, max = 3) double[] entries,
            @ForAll @DoubleRange(min = -1.2, max = 1.2) double now,
            @ForAll @DoubleRange(min = -1, max = 1) double moved,
            @ForAll @IntRange(min = 1, max = 6) int digits) {
        double half = Math.exp(logWidth) / 2;
        double middle = scale.sqrtPrice * Math.exp(centre);
        SamplePosition position = new SamplePosition(middle * Math.exp(-half), middle * Math.exp(half));
        for (double entry : entries) {
            position.deposit(Math.exp(logLiquidity), middle * Math.exp(2 * half * Math.tanh(entry)));
        }
        double sqrtPrice = middle * Math.exp(2 * half * now);
        Tolerances tolerances = tolerances(Math.pow(10, -digits));
        // Published a little way off, as after a jump that left all within tolerance.
        Figures published = position.figures(sqrtPrice * (1 + moved * Math.pow(10, -digits) / 20));
        checkBand(position, sqrtPrice, published, tolerances);
        checkBand(position, sqrtPrice, position.figures(sqrtPrice), tolerances);
    }

    @Property(tries = 1000)
    void rangeWithFeesIsQuietInside(
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double now,
            @ForAll @DoubleRange(min = 0, max = 2) double feePart0,
            @ForAll @DoubleRange(min = 0, max = 2) double feePart1,
            @ForAll @DoubleRange(min = 0, max = 1) double paidIn0) {
        double sqrtPrice = scale.sqrtPrice * Math.exp(now);
        SamplePosition position = new SamplePosition(scale.sqrtPrice / Math.E, scale.sqrtPrice * Math.E);
        position.deposit(1e18, scale.sqrtPrice);
        position.fees0 = feePart0 * position.fullDelta();
        position.fees1 = feePart1 * position.figures(sqrtPrice).value();
        Figures published = position.figures(sqrtPrice);
        Limits limits =
                Tolerances.DEFAULT.limits(published, position.segment(sqrtPrice).fullDelta());
        double clock = 3;
        QuietBand band = position.segment(sqrtPrice).quiet(published, published, limits, clock);
        assertTrue(band.contains(sqrtPrice));
        // The worst: all fees at the cheapest price, then the dearest.
        double growth = Double.isInfinite(band.feeThreshold()) ? 0 : band.feeThreshold() - clock;
        position.earn(growth * paidIn0 / band.lo() / band.lo(), growth * (1 - paidIn0));
        for (double s : new double[] {Math.nextUp(band.lo()), sqrtPrice, Math.nextDown(Math.min(band.hi(), 1e3))}) {
            assertTrue(
                    limits.hold(published, position.figures(s)),
                    () -> limits + " at " + s + ": " + published + " but " + position.figures(s));
        }
    }

    @Property(tries = 1000)
    void constantProductIsQuietInsideWhileFeesCompound(
            @ForAll @DoubleRange(min = -2, max = 2) double entry,
            @ForAll @DoubleRange(min = 0, max = 1) double earned,
            @ForAll @DoubleRange(min = 0, max = 1) double accrued,
            @ForAll @IntRange(min = 1, max = 6) int digits) {
        double s = scale.sqrtPrice;
        double start = 1e20;
        double hodl0 = start / (s * Math.exp(entry));
        double hodl1 = start * s * Math.exp(entry);
        double root = start * (1 + earned);
        Tolerances tolerances = tolerances(Math.pow(10, -digits));
        Figures published = pairFigures(root, start, hodl0, hodl1, s);
        Segment segment = Segment.ofConstantProduct(root, start, s, hodl0, hodl1, 0, 0, 5);
        Limits limits = tolerances.limits(published, segment.fullDelta());
        QuietBand band = segment.quiet(published, published, limits, 0);
        assertTrue(band.contains(s));
        double growth = accrued * band.feeThreshold() * 5;
        for (int i = 1; i < SAMPLES; i++) {
            double at = band.lo() + (band.hi() - band.lo()) * i / SAMPLES;
            // The clock counted the growth at the lowest price of the band, or just now.
            double grown = root + growth / 2 / band.lo();
            assertTrue(limits.hold(published, pairFigures(root, start, hodl0, hodl1, at)));
            assertTrue(limits.hold(published, pairFigures(grown, start, hodl0, hodl1, at)));
        }
    }

    private static Figures pairFigures(double root, double withoutFees, double hodl0, double hodl1, double s) {
        double hodl = hodl0 * s * s + hodl1;
        return new Figures(2 * root * s, (2 * withoutFees * s - hodl) / hodl, root / s, 2 * (root - withoutFees) * s);
    }

    private static Tolerances tolerances(double fraction) {
        return new Tolerances(fraction, fraction, 10 * fraction, fraction);
    }

    private static void checkBand(SamplePosition position, double sqrtPrice, Figures published, Tolerances tolerances) {
        Segment segment = position.segment(sqrtPrice);
        Figures now = position.figures(sqrtPrice);
        Limits limits = tolerances.limits(published, segment.fullDelta());
        QuietBand band = segment.quiet(now, published, limits, 0);
        if (!limits.hold(published, now)) {
            assertEquals(band.lo(), band.hi());
            return;
        }
        double lo = Math.max(band.lo(), sqrtPrice / 4);
        double hi = Math.min(band.hi(), sqrtPrice * 4);
        for (int i = 0; i <= SAMPLES; i++) {
            double s = lo + (hi - lo) * i / SAMPLES;
            assertTrue(
                    s <= band.lo() || s >= band.hi() || limits.hold(published, position.figures(s)),
                    () -> limits + ", band " + band + " at " + s + ": " + published + " but " + position.figures(s));
        }
        assertLoudBeyond(position, band.lo(), segment.sqrtLower(), sqrtPrice, published, limits);
        assertLoudBeyond(position, band.hi(), segment.sqrtUpper(), sqrtPrice, published, limits);
    }

    private static void assertLoudBeyond(
            SamplePosition position,
            double end,
            double segmentEnd,
            double sqrtPrice,
            Figures published,
            Limits limits) {
        if (end == segmentEnd) {
            return;
        }
        double beyond = end + JUST * (end - sqrtPrice) + 1e-14 * Math.signum(end - sqrtPrice) * sqrtPrice;
        boolean loud = !limits.hold(published, position.figures(beyond));
        Limits nearly = new Limits(
                limits.value() * (1 - JUST), limits.il() * (1 - JUST), limits.delta() * (1 - JUST), limits.fees());
        boolean touchesAtPeak = !nearly.hold(published, position.figures(end));
        assertTrue(
                loud || touchesAtPeak,
                () -> limits + " at " + beyond + ": " + published + " and still " + position.figures(beyond));
    }
}
