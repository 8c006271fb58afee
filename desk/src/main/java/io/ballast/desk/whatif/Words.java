/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import java.util.Arrays;
import java.util.List;

/** Numbers and lists as they stand in an address. */
final class Words {
    private static final double PERCENT = 100;

    private Words() {}

    /** What semicolons part. */
    static List<String> list(String text, String what, int most) {
        List<String> items = Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
        if (items.size() > most) {
            throw new WhatIfException(items.size() + " " + what + " are more than " + most);
        }
        return items;
    }

    /** Such as -20% or 65 %, as a fraction. */
    static double percent(String text, String of) {
        String number = text.strip();
        if (!number.endsWith("%")) {
            throw new WhatIfException(of + ": " + text + " is not in per cent, such as -20%");
        }
        return number(number.substring(0, number.length() - 1), of) / PERCENT;
    }

    static double number(String text, String of) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new WhatIfException(of + ": " + text + " is no number");
        }
        throw new WhatIfException(of + ": " + text + " is not finite");
    }

    static double positive(String text, String of) {
        double number = number(text, of);
        if (!(number > 0)) {
            throw new WhatIfException(of + ": " + text + " is not above 0");
        }
        return number;
    }
}
