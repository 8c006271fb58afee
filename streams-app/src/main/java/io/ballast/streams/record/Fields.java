/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import io.ballast.risk.book.LogPosition;
import java.math.BigInteger;

/** Reads the fields of contract records and says which one is wrong, and why. */
final class Fields {

    private static final int HASH_DIGITS = 64;
    /** Those of 2^256. */
    private static final int MOST_DIGITS = 78;

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
        text(field, value);
        for (int i = 0; i < value.length(); i++) {
            if (Character.isISOControl(value.charAt(i))) {
                throw new MalformedRecordException(field + " has control characters");
            }
        }
        return value;
    }

    static BigInteger unsigned(String field, String value, int bits) {
        if (!isDecimal(required(field, value), 0)) {
            throw new MalformedRecordException(field + " " + value + " is not a decimal integer of 0 or more");
        }
        BigInteger number = new BigInteger(value);
        if (number.bitLength() > bits) {
            throw new MalformedRecordException(field + " " + value + " overflows uint" + bits);
        }
        return number;
    }

    /** Null if it is null. */
    static BigInteger optionalUnsigned(String field, String value, int bits) {
        return value == null ? null : unsigned(field, value, bits);
    }

    static BigInteger signed(String field, String value, int bits) {
        if (!isDecimal(required(field, value), value.startsWith("-") ? 1 : 0)) {
            throw new MalformedRecordException(field + " " + value + " is not a decimal integer");
        }
        BigInteger number = new BigInteger(value);
        if (number.bitLength() >= bits) {
            throw new MalformedRecordException(field + " " + value + " overflows int" + bits);
        }
        return number;
    }

    /** 32 bytes in hexadecimal. */
    static String word(String field, String value) {
        if (!isHash(required(field, value))) {
            throw new MalformedRecordException(field + " " + value + " is not 0x and 64 lower-case hexadecimal digits");
        }
        return value;
    }

    static LogPosition logPosition(long blockNumber, String blockHash, int logIndex) {
        if (blockNumber < 0) {
            throw new MalformedRecordException("block_number " + blockNumber + " is negative");
        }
        if (logIndex < 0) {
            throw new MalformedRecordException("log_index " + logIndex + " is negative");
        }
        if (blockHash != null && !isHash(blockHash)) {
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

    /** By hand, as {@link #isHash}: a pattern costs more than the number that is read then. */
    private static boolean isDecimal(String text, int from) {
        int digits = text.length() - from;
        return digits >= 1 && digits <= MOST_DIGITS && isAll(text, from, '0', '9', '0', '9');
    }

    private static boolean isHash(String text) {
        return text.length() == 2 + HASH_DIGITS && text.startsWith("0x") && isAll(text, 2, '0', '9', 'a', 'f');
    }

    private static boolean isAll(String text, int from, char first, char last, char otherFirst, char otherLast) {
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter < first || letter > last) && (letter < otherFirst || letter > otherLast)) {
                return false;
            }
        }
        return true;
    }
}
