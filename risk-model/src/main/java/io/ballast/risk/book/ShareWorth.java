/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.curve.HeldCurve;
import java.math.BigInteger;

/** Values parts of a pool whose holders own parts of one whole: of one holder, or of several together. */
public interface ShareWorth {

    /**
     * Figures now; null where they cannot be measured.
     *
     * @param position  its basket, roots and fees
     * @param held  LP tokens that stand for it
     */
    PositionMeasures measures(PositionState position, BigInteger held);

    /** How those move with the price from where it is now; null likewise. */
    PriceCurve priceCurve(PositionState position, BigInteger held);

    /** What so many LP tokens stand for at every price, in human units; only where figures can be measured. */
    HeldCurve curve(BigInteger held);

    /** What the part would be worth without the fees that grew in it, as a part of what it is worth; 0 to 1. */
    double partWithoutFees(PositionState position, BigInteger held);

    /** Sqrt of the price, human units. */
    double sqrtPrice();

    /** Only where figures can be measured. */
    HumanUnits units();
}
