/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.time.Instant;

/**
 * One 32-byte word of a log, a topic or a piece of its data, read as a static type of the contract ABI.
 *
 * <p>Solidity ABI specification, "Formal specification of the encoding": integers are big-endian, sign-extended to 256
 * bits; an address is a uint160. A word outside its type's range was not written by the contract it claims to be from.
 *
 * @param field  event and field, for messages
 * @param hex  64 hex digits
 */
record AbiWord(String field, String hex) {

    private static final int BITS = 256;
    private static final BigInteger YEAR_10000_S = BigInteger.valueOf(253_402_300_800L);
    private static final int ADDRESS_BITS = 160;
    private static final int ADDRESS_DIGITS = 40;

    /** Reads a {@code uint<bits>}. */
    BigInteger unsigned(int bits) throws MalformedLogException {
        BigInteger value = new BigInteger(hex, 16);
        if (value.bitLength() > bits) {
            throw outside("uint" + bits);
        }
        return value;
    }

    /** Reads an {@code int<bits>}. */
    BigInteger signed(int bits) throws MalformedLogException {
        BigInteger raw = new BigInteger(hex, 16);
        BigInteger value = raw.testBit(BITS - 1) ? raw.subtract(BigInteger.ONE.shiftLeft(BITS)) : raw;
        if (value.bitLength() >= bits) {
            throw outside("int" + bits);
        }
        return value;
    }

    /** Reads an {@code int24}: a tick or a tick spacing. */
    int int24() throws MalformedLogException {
        return signed(24).intValueExact();
    }

    /** Reads a {@code uint256} that is a time in seconds since the epoch, before the year 10000. */
    Instant time() throws MalformedLogException {
        BigInteger seconds = unsigned(BITS);
        if (seconds.compareTo(YEAR_10000_S) >= 0) {
            throw new MalformedLogException(field + " " + seconds + " is no time in seconds");
        }
        return Instant.ofEpochSecond(seconds.longValueExact());
    }

    /** Reads a {@code bytes32}: 0x and 64 hex digits. */
    String bytes32() {
        return "0x" + hex;
    }

    /** Reads an {@code address}, in lower case. */
    String address() throws MalformedLogException {
        if (new BigInteger(hex, 16).bitLength() > ADDRESS_BITS) {
            throw outside("address");
        }
        return "0x" + hex.substring(hex.length() - ADDRESS_DIGITS);
    }

    private MalformedLogException outside(String type) {
        return new MalformedLogException(field + " 0x" + hex + " is outside the range of " + type);
    }
}
