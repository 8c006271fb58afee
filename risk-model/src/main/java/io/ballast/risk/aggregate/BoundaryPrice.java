/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;

/**
 * The two integers that a boundary's liquidity net is multiplied by.
 *
 * @param sqrtPriceX96  sqrt price t at the boundary, Q64.96, exact
 * @param inverseX256  {@code floor(2^256 / sqrtPriceX96)}, which is 1/t scaled by 2^160. It is short of it by less than one
 *     unit: 2^-160 in 1/t, relative to 1/t less than 2^-95 at the highest tick and less than 2^-223 at the lowest
 */
record BoundaryPrice(BigInteger sqrtPriceX96, BigInteger inverseX256) {

    /** No sqrtPriceX96 of a tick has more bits. */
    static final int PRICE_BITS = 161;
    /** No inverse of one has more bits: the lowest price is above 2^32. */
    static final int INVERSE_BITS = 224;

    private static final BigInteger Q256 = BigInteger.ONE.shiftLeft(256);

    static BoundaryPrice at(int tick) {
        return of(TickMath.sqrtPriceX96AtTick(tick));
    }

    static BoundaryPrice of(BigInteger sqrtPriceX96) {
        return new BoundaryPrice(sqrtPriceX96, Q256.divide(sqrtPriceX96));
    }
}
