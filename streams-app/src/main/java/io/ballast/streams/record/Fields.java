/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.book.LogPosition;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads the fields of contract records and says which one is wrong, and why. */
final class Fields {

    private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
    private static final Pattern UNSIGNED = Pattern.compile("[0-9]{1,78}");
    private static final Pattern SIGNED = Pattern.compile("-?[0-9]{1,78}");

    private Fields() {}

    static <T> T required(String field, T value) {
        if (value == null) {
            throw new MalformedRecordException(field + " is missing");
        }
        return value;
    }

    static String text(String field, String value) {
        if (required(field, value).isBlank()) {
            throw new MalformedRecordException(field + " is blank");
        }
        return value;
    }

    /** An id that is part of store keys. */
    static String id(String field, String value) {
        if (text(field, value).chars().anyMatch(Character::isISOControl)) {
            throw new MalformedRecordException(field + " has control characters");
        }
        return value;
    }

    static BigInteger unsigned(String field, String value, int bits) {
        if (!UNSIGNED.matcher(required(field, value)).matches()) {
            throw new MalformedRecordException(field + " " + value + " is not a decimal integer of 0 or more");
        }
        BigInteger number = new BigInteger(value);
        if (number.bitLength() > bits) {
            throw new MalformedRecordException(field + " " + value + " overflows uint" + bits);
        }
        return number;
    }

    static BigInteger signed(String field, String value, int bits) {
        if (!SIGNED.matcher(required(field, value)).matches()) {
            throw new MalformedRecordException(field + " " + value + " is not a decimal integer");
        }
        BigInteger number = new BigInteger(value);
        if (number.bitLength() >= bits) {
            throw new MalformedRecordException(field + " " + value + " overflows int" + bits);
        }
        return number;
    }

    static LogPosition logPosition(long blockNumber, String blockHash, int logIndex) {
        if (blockNumber < 0) {
            throw new MalformedRecordException("block_number " + blockNumber + " is negative");
        }
        if (logIndex < 0) {
            throw new MalformedRecordException("log_index " + logIndex + " is negative");
        }
        if (blockHash != null && !HASH.matcher(blockHash).matches()) {
            throw new MalformedRecordException(
                    "block_hash " + blockHash + " is not 0x and 64 lower-case hexadecimal digits");
        }
        return new LogPosition(blockNumber, blockHash, logIndex);
    }

    static void requireKey(String key, String field, String value) {
        if (!id(field, value).equals(key)) {
            throw new MalformedRecordException("the record's key " + key + " is not its " + field + " " + value);
        }
    }
}
