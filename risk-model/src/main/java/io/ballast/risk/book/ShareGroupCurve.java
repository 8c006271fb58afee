/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.curve.HeldCurve;
import java.math.BigInteger;

/**
 * Shares of one pool as one share. Fees that grew in the share are in the curve, as of when it was taken.
 *
 * @param partWithoutFees  what the share would be worth without them, as a part of what it is worth; 0 to 1
 * @param hodl0X64  token0 of the basket that it is measured against, raw times 2^64
 * @param hodl1X64  token1 of it
 * @param realisedIlX64  loss that withdrawals have fixed, raw token1 times 2^64; negative is a loss
 * @param units  whole tokens
 */
public record ShareGroupCurve(
        int positions,
        HeldCurve curve,
        double partWithoutFees,
        BigInteger hodl0X64,
        BigInteger hodl1X64,
        BigInteger realisedIlX64,
        HumanUnits units)
        implements GroupCurve {

    /** The prices that two curves are compared at, as parts of the pool's: those of other shape differ at one of them. */
    private static final double[] COMPARED = {0.5, 1, 2};

    @Override
    public GroupFigures at(double price) {
        double value = curve.value(price);
        double hodl = hodl0() * price + hodl1();
        double il = value * partWithoutFees - hodl;
        return new GroupFigures(
                positions,
                value,
                hodl,
                il,
                hodl == 0 ? null : il / hodl,
                units.amount1X64(realisedIlX64),
                curve.amount0(price),
                curve.amount1(price),
                hodl0(),
                hodl1(),
                curve.gamma(price));
    }

    /** Token0 of the basket, whole tokens. */
    public double hodl0() {
        return units.amount0X64(hodl0X64);
    }

    /** Token1 of the basket, whole tokens. */
    public double hodl1() {
        return units.amount1X64(hodl1X64);
    }

    @Override
    public boolean isCloseTo(GroupCurve other, double price, double tolerance) {
        return other instanceof ShareGroupCurve share && sameButCurve(share) && closeCurve(share, price, tolerance);
    }

    private boolean sameButCurve(ShareGroupCurve other) {
        return positions == other.positions
                && hodl0X64.equals(other.hodl0X64)
                && hodl1X64.equals(other.hodl1X64)
                && realisedIlX64.equals(other.realisedIlX64)
                && units.equals(other.units);
    }

    private boolean closeCurve(ShareGroupCurve other, double price, double tolerance) {
        for (double part : COMPARED) {
            if (!isClose(curve.amount0(price * part), other.curve.amount0(price * part), tolerance)
                    || !isClose(curve.amount1(price * part), other.curve.amount1(price * part), tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isClose(double here, double there, double tolerance) {
        return Math.abs(here - there) <= tolerance * Math.max(here, there);
    }
}
