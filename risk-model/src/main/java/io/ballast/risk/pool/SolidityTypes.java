/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool;

import java.math.BigInteger;

/** The fixed-width integer types of the contracts: their bounds, and how they wrap. */
public final class SolidityTypes {

    private SolidityTypes() {}

    /**
     * Returns the value if it fits {@code uint<bits>}.
     *
     * @throws IllegalArgumentException if it does not; names the value, what it is and the bound
     */
    public static BigInteger requireUint(String what, BigInteger value, int bits) {
        if (value.signum() < 0 || value.bitLength() > bits) {
            throw new IllegalArgumentException(
                    what + " " + value + " is not a uint" + bits + ": 0 to 2^" + bits + " - 1");
        }
        return value;
    }

    /**
     * Returns the value if it fits {@code int<bits>}.
     *
     * @throws IllegalArgumentException if it does not; names the value, what it is and the bound
     */
    public static BigInteger requireInt(String what, BigInteger value, int bits) {
        if (value.bitLength() > bits - 1) {
            throw new IllegalArgumentException(what + " " + value + " is not an int" + bits + ": -2^" + (bits - 1)
                    + " to 2^" + (bits - 1) + " - 1");
        }
        return value;
    }

    /** The value modulo 2^bits, never negative: what unchecked unsigned arithmetic of that width leaves. */
    public static BigInteger wrap(BigInteger value, int bits) {
        if (value.signum() >= 0 && value.bitLength() <= bits) {
            return value;
        }
        return value.mod(BigInteger.ONE.shiftLeft(bits));
    }
}
