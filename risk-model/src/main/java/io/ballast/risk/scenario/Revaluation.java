/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.sum.ExactSum;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A book in full, leg by leg, in any market. */
public record Revaluation(List<? extends BookLeg> legs) {

    public Revaluation {
        legs = List.copyOf(legs);
    }

    /** Worth in the numeraire. */
    public double value(Market market) {
        return sum(market).toDouble();
    }

    /** Worth after each shock, in their order. */
    public List<ShockResult> after(Market market, List<Shock> shocks) {
        ExactSum now = sum(market);
        return shocks.stream()
                .map(shock -> {
                    ExactSum then = sum(shock.applyTo(market));
                    return new ShockResult(
                            shock, then.toDouble(), then.minus(now).toDouble());
                })
                .toList();
    }

    /** The result with the greatest loss; empty: no results. */
    public static Optional<ShockResult> worst(List<ShockResult> results) {
        return results.stream().min(Comparator.comparingDouble(ShockResult::change));
    }

    private ExactSum sum(Market market) {
        ExactSum sum = ExactSum.ZERO;
        for (BookLeg leg : legs) {
            sum = sum.plus(leg.value(market));
        }
        return sum;
    }
}
