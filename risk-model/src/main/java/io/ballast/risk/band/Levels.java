/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.util.Arrays;

/**
 * Figures at which somebody wants to know at once, whatever the tolerance: thresholds of alerts. On which side of them a
 * subject is, is a small number; when that number changes, the subject is published. Immutable.
 */
public final class Levels {

    public static final Levels NONE = new Levels(new double[0], new double[0], false);

    private static final int RANGE_STATES = 8;
    private static final int VALUE_SIDES = 1 << 14;

    private final double[] il;
    private final double[] value;
    private final boolean range;

    /**
     * @param il  fractions of HODL value, any order
     * @param value  worth of the principal in token1
     * @param range  whether leaving and entering the range counts too
     * @throws IllegalArgumentException if there are more than eight thousand of a kind
     */
    public Levels(double[] il, double[] value, boolean range) {
        this.il = Arrays.stream(il).distinct().sorted().toArray();
        this.value = Arrays.stream(value).distinct().sorted().toArray();
        this.range = range;
        if (2 * Math.max(this.il.length, this.value.length) + 1 >= VALUE_SIDES) {
            throw new IllegalArgumentException("too many levels for one subject: " + this.il.length + " of the loss, "
                    + this.value.length + " of the value");
        }
    }

    public boolean isNone() {
        return il.length == 0 && value.length == 0 && !range;
    }

    boolean range() {
        return range;
    }

    /**
     * On which side of every level the figures are.
     *
     * @param rangeState  any number from 0 to 7 that tells below, in and above the range apart
     */
    public int side(Figures now, int rangeState) {
        int ofRange = range ? rangeState : 0;
        return (rank(il, now.ilFraction()) * VALUE_SIDES + rank(value, now.value())) * RANGE_STATES + ofRange;
    }

    int ilSide(double ilFraction) {
        return rank(il, ilFraction);
    }

    double ilBelow(double ilFraction) {
        return below(il, ilFraction);
    }

    double ilAbove(double ilFraction) {
        return above(il, ilFraction);
    }

    double valueBelow(double worth) {
        return below(value, worth);
    }

    double valueAbove(double worth) {
        return above(value, worth);
    }

    /** The nearest level at or below a figure; NaN: none. */
    private static double below(double[] levels, double figure) {
        int rank = rank(levels, figure);
        int at = rank % 2 == 1 ? rank / 2 : rank / 2 - 1;
        return at >= 0 ? levels[at] : Double.NaN;
    }

    /** The nearest level at or above a figure; NaN: none. */
    private static double above(double[] levels, double figure) {
        int at = rank(levels, figure) / 2;
        return at < levels.length ? levels[at] : Double.NaN;
    }

    /** Even between two levels, odd on one. */
    private static int rank(double[] levels, double figure) {
        int found = Arrays.binarySearch(levels, figure);
        return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
    }
}
