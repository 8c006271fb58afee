/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person reads them: six digits, no exponent. */
final class Figure {

    private static final MathContext DIGITS = new MathContext(6);

    private Figure() {}

    static String of(double number) {
        return plain(new BigDecimal(number).round(DIGITS));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
