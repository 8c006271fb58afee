/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.record;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads decimal strings of contract records and says which one is wrong, and why. */
final class Decimals {

    /** No exponents: a short text could stand for a number that fills the memory. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    private Decimals() {}

    static BigDecimal required(String field, String text) {
        if (!DECIMAL.matcher(Fields.required(field, text)).matches()) {
            throw new MalformedRecordException(field + " " + text + " is not a decimal number");
        }
        return new BigDecimal(text);
    }

    /** Null stays null. */
    static BigDecimal optional(String field, String text) {
        return text == null ? null : required(field, text);
    }

    static BigDecimal of(String field, double number) {
        if (!Double.isFinite(number)) {
            throw new MalformedRecordException(field + " " + number + " is not a number");
        }
        return BigDecimal.valueOf(number);
    }
}
