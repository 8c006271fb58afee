/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * Finds the band of a {@link Segment}: each figure's limit gives one quadratic that must stay positive, and the band ends at
 * the nearest root of any. Where payments of fees move a figure too, it shares its room between them and the price.
 */
final class SegmentBand {

    private final Segment segment;
    private final double s;
    private final Room value;
    private final Room il;
    private final Room delta;
    private final Room fees;
    private final Narrowing band;

    SegmentBand(Segment segment, Figures now, Figures published, Limits limits) {
        this.segment = segment;
        s = segment.sqrtPrice();
        value = Room.of(now.value(), published.value(), limits.value());
        il = Room.ofRatio(now.ilFraction(), published.ilFraction(), limits.il());
        delta = Room.of(now.delta(), published.delta(), limits.delta());
        fees = Room.of(now.fees(), published.fees(), limits.fees());
        band = new Narrowing(s, segment.sqrtLower(), segment.sqrtUpper());
    }

    QuietBand at(double feeClock) {
        boolean feesMoveAll = segment.compounding() && segment.earning() > 0;
        keepWorth(segment.principal(), value.sharedWithFees(feesMoveAll));
        keepDelta(delta.sharedWithFees(feesMoveAll));
        keepLoss();
        double allowance = keepFees();
        if (feesMoveAll) {
            // A rise of the worth by w at one price raises delta by w / (2 * price).
            double allowedByDelta = 2 * delta.leftForFees(true) * band.lo() * band.lo();
            allowance = Math.min(allowance, Math.min(value.leftForFees(true), allowedByDelta));
        }
        return new QuietBand(band.lo(), band.hi(), FeeThreshold.of(allowance, segment.earning(), band, feeClock));
    }

    /**
     * Where fees are paid, the price may use what it needs in the band that the other figures leave, but no more than half.
     *
     * @return by how much payments may raise the fees
     */
    private double keepFees() {
        if (segment.earning() == 0) {
            keepWorth(segment.fees(), fees);
            return 0;
        }
        double byPrice = segment.fees().isFlat() ? 0 : segment.fees().change(s, band.hi() - s);
        boolean tooMuch = !(byPrice <= fees.up() / 2);
        keepWorth(segment.fees(), fees.sharedWithFees(tooMuch));
        return tooMuch ? fees.leftForFees(true) : fees.up() - byPrice;
    }

    private void keepWorth(Holding holding, Room room) {
        if (holding.isFlat()) {
            keepFlat(room);
            return;
        }
        double slope = holding.slope(s);
        double curvature = holding.curvature(s);
        band.keepPositive(room.up(), -slope, -curvature);
        band.keepPositive(room.down(), slope, curvature);
    }

    /** Token0 goes from x to {@code x - L*d/(s*(s+d))}: linear in d once multiplied out. */
    private void keepDelta(Room room) {
        double liquidity = segment.principal().liquidity();
        if (liquidity == 0) {
            keepFlat(room);
            return;
        }
        band.keepPositive(room.down() * s * s, room.down() * s - liquidity, 0);
        band.keepPositive(room.up() * s * s, room.up() * s + liquidity, 0);
    }

    /** The loss is V/H - 1: it reaches m where {@code V - (1+m)*H} is 0. */
    private void keepLoss() {
        Holding holding = segment.withoutFees();
        double hodl = segment.hodl0() * s * s + segment.hodl1();
        if (hodl == 0) {
            return;
        }
        if (isLossFlat(holding)) {
            keepFlat(il);
            return;
        }
        double least = 1 + il.published() - il.limit();
        band.keepPositive(
                hodl * il.down(),
                2 * s * (holding.amount0() - least * segment.hodl0()),
                holding.curvature(s) - least * segment.hodl0());
        double greatest = 1 + il.published() + il.limit();
        band.keepPositive(
                hodl * il.up(),
                -2 * s * (holding.amount0() - greatest * segment.hodl0()),
                -holding.curvature(s) + greatest * segment.hodl0());
    }

    /** Tokens that do not trade, in the same proportion as the basket's. */
    private boolean isLossFlat(Holding holding) {
        return holding.liquidity() == 0 && holding.amount0() * segment.hodl1() == holding.amount1() * segment.hodl0();
    }

    private void keepFlat(Room room) {
        if (!room.holdsNow()) {
            band.empty();
        }
    }
}
