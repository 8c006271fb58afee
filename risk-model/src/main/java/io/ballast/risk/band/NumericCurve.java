/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * A holding in a pool of two tokens of any shape: amounts as functions of the price, fees staying in the pool. For weighted and
 * stable pools, which have no closed form.
 *
 * <p>Value, delta and fees run one way with the price, and the loss rises to its peak and falls after it, because value is
 * concave (formula sheet 5.1). So on either side of the price now the quiet prices are one stretch, ended at the peak if the
 * loss is too small there, and its end is found by going outward in doubling steps and then by bisection. It ends a millionfold
 * price away at the latest, which is only early.
 *
 * <p>The curve is as it is now: when its parameters move, as an amplification ramp, make its subjects due.
 */
public final class NumericCurve implements PriceCurve {

    private static final double FIRST_STEP = 1e-7;
    private static final double PRECISION = 1e-9;
    private static final double SMALLEST_STEP = 1e-15;
    private static final double WIDEST = Math.log(1e6);

    private final DoubleUnaryOperator amount0;
    private final DoubleUnaryOperator amount1;
    private final double price;
    private final double partWithoutFees;
    private final double hodl0;
    private final double hodl1;
    private final double collected0;
    private final double collected1;
    private final double earning;

    /**
     * @param amount0  token0 held at a price, never rising with it
     * @param amount1  token1 held at a price, never falling
     * @param sqrtPrice  now
     * @param partWithoutFees  what the holding would be without fees, as a part of what it is; above 0, at most 1
     * @param hodl0  token0 of the basket, not negative
     * @param hodl1  token1 of the basket, not negative
     * @param collected0  token0 of fees that have left the pool
     * @param collected1  likewise token1
     * @param earning  units that the fee clock pays
     * @throws IllegalArgumentException where one is outside what is said here
     */
    public NumericCurve(
            DoubleUnaryOperator amount0,
            DoubleUnaryOperator amount1,
            double sqrtPrice,
            double partWithoutFees,
            double hodl0,
            double hodl1,
            double collected0,
            double collected1,
            double earning) {
        if (!(sqrtPrice > 0 && sqrtPrice < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The sqrt price must be positive and finite, but is " + sqrtPrice);
        }
        if (!(partWithoutFees > 0 && partWithoutFees <= 1)) {
            throw new IllegalArgumentException("The part without fees must be in (0, 1], but is " + partWithoutFees);
        }
        if (!(hodl0 >= 0 && hodl1 >= 0 && earning >= 0)) {
            throw new IllegalArgumentException(
                    "Baskets and earning units must not be negative: " + hodl0 + ", " + hodl1 + ", " + earning);
        }
        this.amount0 = amount0;
        this.amount1 = amount1;
        price = sqrtPrice * sqrtPrice;
        this.partWithoutFees = partWithoutFees;
        this.hodl0 = hodl0;
        this.hodl1 = hodl1;
        this.collected0 = collected0;
        this.collected1 = collected1;
        this.earning = earning;
    }

    @Override
    public double fullDelta() {
        return value(price) / price;
    }

    @Override
    public QuietBand quiet(Figures now, Figures published, Limits limits, double feeClock) {
        boolean shared = earning > 0;
        Room value = Room.of(now.value(), published.value(), limits.value());
        Room delta = Room.of(now.delta(), published.delta(), limits.delta());
        Room fees = Room.of(now.fees(), published.fees(), limits.fees());
        Room il = Room.ofRatio(now.ilFraction(), published.ilFraction(), limits.il());
        Figures here = figures(price);
        DoublePredicate quiet = at -> {
            Figures there = figures(at);
            return value.sharedWithFees(shared).allows(there.value() - here.value())
                    && delta.sharedWithFees(shared).allows(there.delta() - here.delta())
                    && fees.sharedWithFees(shared).allows(there.fees() - here.fees())
                    && (hodl(at) == 0 || il.allows(there.ilFraction() - here.ilFraction()));
        };
        Narrowing band = new Narrowing(Math.sqrt(price), 0, Double.POSITIVE_INFINITY);
        if (!quiet.test(price)) {
            band.empty();
        } else {
            cut(band, quiet, there -> il.allows(there - here.ilFraction()));
        }
        double allowedByDelta = 2 * delta.leftForFees(true) * band.lo() * band.lo();
        double allowance = Math.min(fees.leftForFees(true), Math.min(value.leftForFees(true), allowedByDelta));
        return new QuietBand(band.lo(), band.hi(), FeeThreshold.of(allowance, earning, band, feeClock));
    }

    /** Losses below a level are two stretches of prices with the peak between them, the others one: as for limits. */
    @Override
    public QuietBand cut(QuietBand band, Figures now, Levels levels) {
        Figures here = figures(price);
        int side = levels.side(here, 0);
        Narrowing narrowed = new Narrowing(Math.sqrt(price), band.lo(), band.hi());
        // Fees may raise the value to a level without any move of the price.
        boolean feesMayReach = earning > 0 && !Double.isNaN(levels.valueAbove(now.value()));
        if (side != levels.side(now, 0)) {
            narrowed.empty();
        } else {
            cut(
                    narrowed,
                    at -> levels.side(figures(at), 0) == side,
                    il -> levels.ilSide(il) == levels.ilSide(here.ilFraction()));
        }
        return new QuietBand(
                narrowed.lo(), narrowed.hi(), feesMayReach ? Double.NEGATIVE_INFINITY : band.feeThreshold());
    }

    private void cut(Narrowing band, DoublePredicate quiet, DoublePredicate ilIsQuiet) {
        double peak = peak();
        boolean stopsAtPeak = !ilIsQuiet.test(figures(peak).ilFraction());
        double above = stopsAtPeak && peak > price ? Math.log(peak / price) : WIDEST;
        double below = stopsAtPeak && peak < price ? Math.log(peak / price) : -WIDEST;
        double centre = Math.sqrt(price);
        double lastAbove = lastQuiet(quiet, above);
        double lastBelow = lastQuiet(quiet, below);
        if (lastAbove == 0 || lastBelow == 0) {
            // Not the least move is allowed on that side, so that there is no open interval around the price.
            band.empty();
            return;
        }
        band.cutAt(centre * Math.expm1(lastAbove / 2));
        band.cutAt(centre * Math.expm1(lastBelow / 2));
    }

    /** Where the proportion of the tokens is the basket's: left of it V/H rises, right of it V/H falls. */
    private double peak() {
        if (hodl0 == 0 && hodl1 == 0) {
            return price;
        }
        boolean rises = risesAt(price);
        return price * Math.exp(lastQuiet(at -> risesAt(at) == rises, rises ? WIDEST : -WIDEST));
    }

    private boolean risesAt(double at) {
        return amount0.applyAsDouble(at) * hodl1 - amount1.applyAsDouble(at) * hodl0 > 0;
    }

    /** The farthest log price on one side that is quiet, everything between being so; the end itself if all is. */
    private double lastQuiet(DoublePredicate quiet, double end) {
        double good = 0;
        double step = Math.copySign(FIRST_STEP, end);
        double bad = end;
        while (good != end) {
            double next = Math.abs(good + step) < Math.abs(end) ? good + step : end;
            if (!quiet.test(price * Math.exp(next))) {
                bad = next;
                break;
            }
            good = next;
            step *= 2;
        }
        return good == end ? end : bisect(quiet, good, bad);
    }

    private double bisect(DoublePredicate quiet, double start, double end) {
        double good = start;
        double bad = end;
        while (Math.abs(bad - good) > Math.max(SMALLEST_STEP, PRECISION * Math.abs(bad))) {
            double middle = good + (bad - good) / 2;
            if (quiet.test(price * Math.exp(middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good;
    }

    private Figures figures(double at) {
        double value = value(at);
        double hodl = hodl(at);
        double fees = (1 - partWithoutFees) * value + collected0 * at + collected1;
        return new Figures(
                value, hodl == 0 ? 0 : (partWithoutFees * value - hodl) / hodl, amount0.applyAsDouble(at), fees);
    }

    private double value(double at) {
        return amount0.applyAsDouble(at) * at + amount1.applyAsDouble(at);
    }

    private double hodl(double at) {
        return hodl0 * at + hodl1;
    }
}
