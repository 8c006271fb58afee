/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import java.math.BigInteger;

/**
 * What part of a share is fees: that by which its depth has grown since it came in. A share without depth has none.
 *
 * @param grownX64  growth of depth, times 2^64; not negative
 * @param nowX64  depth, times 2^64
 */
record FeePart(BigInteger grownX64, BigInteger nowX64) {

    static final FeePart NONE = new FeePart(BigInteger.ZERO, BigInteger.ZERO);

    static FeePart of(BigInteger entryX64, BigInteger nowX64) {
        return new FeePart(nowX64.subtract(entryX64).max(BigInteger.ZERO), nowX64);
    }

    /** That part of an amount, rounded down. */
    BigInteger of(BigInteger amount) {
        return nowX64.signum() == 0
                ? BigInteger.ZERO
                : amount.multiply(grownX64).divide(nowX64);
    }

    /** The rest, in [0, 1]. */
    double withoutFees() {
        return nowX64.signum() == 0 ? 1 : nowX64.subtract(grownX64).doubleValue() / nowX64.doubleValue();
    }
}
