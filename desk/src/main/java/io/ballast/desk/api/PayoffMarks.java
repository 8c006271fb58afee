/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ballast.desk.valuation.PositionBasis;
import io.ballast.risk.curve.BreakEven;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Prices that matter to whoever put tokens in: where that was, and between which it has paid so far. */
final class PayoffMarks {
    private PayoffMarks() {}

    /** @param basis  empty: no curve, or what was put in is not known */
    static void put(ObjectNode json, PositionRisk risk, Optional<PositionBasis> basis) {
        Optional<BreakEven> breakEven = basis.flatMap(known -> known.withFees().breakEven(risk.getPrice()));
        put(json, "entry_price", basis.map(known -> known.entryPrice(risk.getPrice())));
        put(json, "break_even_lower", breakEven.map(BreakEven::lower));
        put(json, "break_even_upper", breakEven.map(BreakEven::upper));
        json.put(
                "break_even_note",
                basis.isPresent()
                        ? breakEven.map(PayoffMarks::words).orElse("Behind holding at every price so far.")
                                + doubt(risk)
                        : PositionBasis.objection(risk).orElse("Its curve is not known."));
    }

    private static String doubt(PositionRisk risk) {
        boolean sure =
                Collections.disjoint(risk.getFlags(), List.of(QualityFlag.FEES_INCOMPLETE, QualityFlag.FEES_ESTIMATED));
        return sure ? "" : " Its fees are not all known.";
    }

    private static void put(ObjectNode json, String name, Optional<OptionalDouble> price) {
        json.put(name, FigureJson.of(price.orElse(OptionalDouble.empty()).orElse(Double.NaN)));
    }

    private static String words(BreakEven stretch) {
        if (stretch.lower().isPresent()) {
            return stretch.upper().isPresent()
                    ? "Ahead of holding between the two."
                    : "Ahead of holding at all prices above.";
        }
        return stretch.upper().isPresent()
                ? "Ahead of holding at all prices below."
                : "Ahead of holding at every price.";
    }
}
