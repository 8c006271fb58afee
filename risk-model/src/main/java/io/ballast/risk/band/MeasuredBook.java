/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * A book to measure a {@link BandIndex} with: in-range positions of one pool, of many widths, whose bands end one group of
 * {@value #FIRED} after the other as the price rises. Not for production.
 */
public final class MeasuredBook {

    /** How many subjects each step up fires. */
    public static final int FIRED = 10;

    private static final double STEP = 0x1p-40;
    private static final long BLOCK_MS = 12;
    /** A prime, so that neighbours in memory fire far apart. */
    private static final long SCATTER = 611_953;

    private final BandIndex index;
    private final int size;
    private double sqrtPrice = 1;
    private double feeClock;
    private long timeMs;
    private long steps;
    private boolean up;

    /** @param size  number of positions */
    public MeasuredBook(int size) {
        this.size = size;
        index = new BandIndex(Tolerances.DEFAULT, Long.MAX_VALUE / 2);
        index.move(sqrtPrice, feeClock, timeMs);
        for (int i = 0; i < size; i++) {
            long turn = i * SCATTER % size;
            publish(index.add(), 1 + turn / FIRED);
        }
    }

    /** A price change that concerns nobody: there and back between two prices. */
    public int tickInside() {
        up = !up;
        feeClock += 0x1p-80;
        timeMs += BLOCK_MS;
        return index.move(up ? sqrtPrice + STEP / 4 : sqrtPrice, feeClock, timeMs);
    }

    /** A price change that takes {@link #FIRED} positions out of their bands, and these published and put to rest again. */
    public int tickFiring() {
        steps++;
        sqrtPrice = 1 + steps * STEP;
        timeMs += BLOCK_MS;
        int fired = index.move(sqrtPrice, feeClock, timeMs);
        int bands = (size + FIRED - 1) / FIRED;
        for (int id = index.pollDue(); id != BandIndex.NONE; id = index.pollDue()) {
            publish(id, steps + bands);
        }
        return fired;
    }

    /** With all that a subject's turn takes, but for the place of the upper end. */
    private void publish(int id, long stepsToUpperEnd) {
        double half = 0.01 + 0.3 * (id & 1023) / 1024;
        Segment segment = Segment.ofRange(1e18 + id, 1 - half, 1 + half, sqrtPrice, 1e17, 1e17, 1e12, 1e12);
        double value = segment.principal().worth(sqrtPrice);
        double hodl = 1e17 * (sqrtPrice * sqrtPrice + 1);
        Figures now = new Figures(
                value,
                (value - hodl) / hodl,
                segment.principal().amount0(),
                segment.fees().worth(sqrtPrice));
        if (!index.stillQuiet(id, now, segment.fullDelta())) {
            index.published(id, now);
        }
        QuietBand found = segment.quiet(now, index.lastPublished(id), index.limits(id, segment.fullDelta()), feeClock);
        index.quiet(id, new QuietBand(found.lo(), 1 + stepsToUpperEnd * STEP, found.feeThreshold()));
    }
}
