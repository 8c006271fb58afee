/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;
import java.math.MathContext;

/** Guards and rounding of decimal amounts. */
final class Amounts {

    /** Digits of what has to be divided: 34, half even. */
    static final MathContext DIGITS = MathContext.DECIMAL128;

    private Amounts() {}

    static String requireName(String what, String name) {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException(what + " must not be empty");
        }
        return name;
    }

    /** The amount in its shortest form, so that 1.0 and 1.00 are the same event. */
    static BigDecimal require(String what, BigDecimal amount) {
        if (amount == null) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    static BigDecimal requirePositive(String what, BigDecimal amount) {
        if (require(what, amount).signum() <= 0) {
            throw new IllegalArgumentException(what + " " + amount.toPlainString() + " must be positive");
        }
        return amount.stripTrailingZeros();
    }

    static BigDecimal requireNotNegative(String what, BigDecimal amount) {
        if (require(what, amount).signum() < 0) {
            throw new IllegalArgumentException(what + " " + amount.toPlainString() + " must not be negative");
        }
        return require(what, amount);
    }

    static BigDecimal requireNotZero(String what, BigDecimal amount) {
        if (require(what, amount).signum() == 0) {
            throw new IllegalArgumentException(what + " must not be zero");
        }
        return amount.stripTrailingZeros();
    }
}
