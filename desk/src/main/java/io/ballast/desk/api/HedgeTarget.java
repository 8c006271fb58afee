/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.desk.valuation.PositionBasis;
import io.ballast.risk.curve.PairCurve;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How much of a position's token0 a hedge takes away; the two are never mixed. */
enum HedgeTarget {
    /** All that it holds. */
    DELTA_NEUTRAL("delta-neutral"),
    /** What it holds more or less than was put in. */
    IL_NEUTRAL("il-neutral");

    private final String id;

    HedgeTarget(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** @param id  null: delta-neutral */
    static HedgeTarget named(String id) {
        if (id == null) {
            return DELTA_NEUTRAL;
        }
        return Arrays.stream(values())
                .filter(target -> target.id.equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("hedge " + id + " is none of "
                        + Arrays.stream(values()).map(HedgeTarget::id).collect(Collectors.joining(", "))));
    }

    /**
     * Token0 to hold as a hedge; negative is sold.
     *
     * @return empty where that needs a basket that is not known
     */
    OptionalDouble units(PairCurve curve, Optional<PositionBasis> basis, double price) {
        double neutral = 0.0 - curve.delta(price);
        if (this == DELTA_NEUTRAL) {
            return OptionalDouble.of(neutral);
        }
        return basis.map(known -> OptionalDouble.of(known.withFees().hodl0() + neutral))
                .orElse(OptionalDouble.empty());
    }
}
