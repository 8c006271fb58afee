/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;

/** Taking away from what is known. */
final class Debt {

    private Debt() {}

    /**
     * What is left.
     *
     * @param strict  true: more than is known is refused; false: leaves zero, for what we know only in part
     */
    static BigInteger less(String what, BigInteger known, BigInteger taken, boolean strict) {
        if (known.compareTo(taken) >= 0) {
            return known.subtract(taken);
        }
        if (strict) {
            throw new IllegalArgumentException(taken + " taken from " + what + ", which has only " + known);
        }
        return BigInteger.ZERO;
    }
}
