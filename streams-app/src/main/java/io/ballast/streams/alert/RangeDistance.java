/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import org.apache.avro.specific.SpecificRecord;

/** How far the price is from the ends of a position's range, by the pool's exact price; needs no decimals. */
final class RangeDistance {

    private static final double TICK = Math.log(1.0001);
    private static final double Q96 = 0x1p96;

    private RangeDistance() {}

    static Double toLower(SpecificRecord record) {
        return distance(record, "tick_lower", 1);
    }

    static Double toUpper(SpecificRecord record) {
        return distance(record, "tick_upper", -1);
    }

    static Double toNearest(SpecificRecord record) {
        Double lower = toLower(record);
        Double upper = toUpper(record);
        return lower == null || upper == null ? null : Double.valueOf(Math.min(lower, upper));
    }

    private static Double distance(SpecificRecord record, String end, int sign) {
        Double tick = RecordFields.number(record, end);
        String sqrtPriceX96 = RecordFields.text(record, "sqrt_price_x96_raw");
        if (tick == null || sqrtPriceX96 == null) {
            return null;
        }
        double logPrice = 2 * Math.log(Double.parseDouble(sqrtPriceX96) / Q96);
        return Math.expm1(sign * (logPrice - tick * TICK));
    }
}
