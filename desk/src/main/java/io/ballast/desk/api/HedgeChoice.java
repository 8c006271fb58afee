/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.api;

import io.ballast.desk.valuation.PositionBasis;
import io.ballast.risk.curve.PairCurve;
import io.ballast.risk.hedge.advice.HedgeTarget;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The hedges of a position that one can ask for; targets between the two are none of them. */
enum HedgeChoice {
    DELTA_NEUTRAL(HedgeTarget.DELTA_NEUTRAL),
    IL_NEUTRAL(HedgeTarget.IL_NEUTRAL);

    private final HedgeTarget target;

    HedgeChoice(HedgeTarget target) {
        this.target = target;
    }

    String id() {
        return target.title().toLowerCase(Locale.ROOT);
    }

    /** @param id  null: delta-neutral */
    static HedgeChoice named(String id) {
        if (id == null) {
            return DELTA_NEUTRAL;
        }
        return Arrays.stream(values())
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest("hedge " + id + " is none of "
                        + Arrays.stream(values()).map(HedgeChoice::id).collect(Collectors.joining(", "))));
    }

    /**
     * Token0 to hold as a hedge; negative is sold.
     *
     * @return empty where that needs a basket that is not known
     */
    OptionalDouble units(PairCurve curve, Optional<PositionBasis> basis, double price) {
        double inPool = curve.delta(price);
        if (this == DELTA_NEUTRAL) {
            return OptionalDouble.of(target.coins(inPool, 0));
        }
        return basis.map(known ->
                        OptionalDouble.of(target.coins(inPool, known.withFees().hodl0())))
                .orElse(OptionalDouble.empty());
    }
}
