/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.RawPrice;
import io.ballast.risk.curve.PairCurve;
import java.math.BigInteger;

/**
 * The curve of a pool of shares as it is at one time, in raw units. Immutable; equal to another if it is the same curve.
 *
 * <p>Depth is any measure of how much pool there is that trades without fees leave alone, in proportion to the balances: then
 * its growth per LP token is the fees.
 */
public interface ShareCurve {

    /**
     * Depth of balances, both positive.
     *
     * @throws IllegalArgumentException if they are outside the curve's domain
     */
    double depth(double balance0, double balance1);

    /** Price of balances, both positive, without fee. */
    RawPrice price(BigInteger balance0, BigInteger balance1);

    /** A holding of that depth as a function of the raw price. */
    PairCurve ofDepth(double depth);
}
