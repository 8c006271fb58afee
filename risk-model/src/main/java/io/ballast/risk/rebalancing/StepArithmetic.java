/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.integer.LimbDivision;
import io.ballast.risk.integer.Limbs;
import java.math.BigInteger;

/**
 * The two divisions of a {@link Step}, in limbs of working space that each pool owns; all that is allocated is the result.
 *
 * <p>Mutable and single-threaded.
 */
final class StepArithmetic {

    /** Sqrt prices have at most 160 bits. */
    private static final int PRICE_LIMBS = 3;
    /** Squares of them, and prices times 2^192, with one limb of guard bits. */
    private static final int WIDE_LIMBS = 6;

    private final LimbDivision division = new LimbDivision(WIDE_LIMBS, PRICE_LIMBS);
    private final long[] price = new long[PRICE_LIMBS];
    private final long[] end = new long[PRICE_LIMBS];
    private final long[] way = new long[PRICE_LIMBS];
    private final long[] wide = new long[WIDE_LIMBS];
    private final long[] raised = new long[WIDE_LIMBS];
    private final long[] quotient = new long[WIDE_LIMBS];
    private final byte[] bytes = new byte[WIDE_LIMBS * Long.BYTES];
    /** Where the last step ended is where the next one starts. */
    private BigInteger lastPrice;

    private BigInteger lastMarketX192;
    private BigInteger lastWorth;

    /** {@code floor((w - t)^2 * 2^64 / w)}. */
    BigInteger lossTo(BigInteger w, BigInteger t) {
        Limbs.read(w, price);
        Limbs.read(t, end);
        if (Limbs.compare(price, end) >= 0) {
            Limbs.subtract(price, end, way);
        } else {
            Limbs.subtract(end, price, way);
        }
        Limbs.multiply(way, way, wide);
        return dividedByPrice(false);
    }

    /** {@code floor(Q * 2^64 / w) + w * 2^64} for a market price Q times 2^192. */
    BigInteger worthAt(BigInteger w, BigInteger marketPriceX192) {
        if (!w.equals(lastPrice) || !marketPriceX192.equals(lastMarketX192)) {
            Limbs.read(w, price);
            Limbs.read(marketPriceX192, wide);
            lastWorth = dividedByPrice(true);
            lastPrice = w;
            lastMarketX192 = marketPriceX192;
        }
        return lastWorth;
    }

    private BigInteger dividedByPrice(boolean plusPrice) {
        raise(wide);
        division.divide(raised, price, quotient);
        if (plusPrice) {
            raise(price);
            Limbs.add(quotient, raised, quotient);
        }
        return Limbs.toBigInteger(quotient, bytes);
    }

    /** Times 2^64, which is one limb. */
    private void raise(long[] limbs) {
        raised[0] = 0;
        for (int i = 1; i < WIDE_LIMBS; i++) {
            raised[i] = i <= limbs.length ? limbs[i - 1] : 0;
        }
    }
}
