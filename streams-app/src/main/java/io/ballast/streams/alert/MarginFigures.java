/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schema.LiquidationState;
import io.ballast.schema.MarginState;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioRisk;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.avro.specific.SpecificRecord;

/** How near the accounts of a portfolio are to liquidation. */
final class MarginFigures {

    private MarginFigures() {}

    /**
     * As a part of the price; infinite: no price liquidates. Null: a mark is missing, so that an account may have been left out.
     *
     * @param asset  whose price moves; null: whichever is nearest
     */
    static Double liquidationDistance(SpecificRecord record, String asset) {
        PortfolioRisk risk = (PortfolioRisk) record;
        OptionalDouble nearest = risk.getMargins().stream()
                .flatMap(margin -> margin.getDistances().stream())
                .filter(state -> asset == null || state.getAsset().equalsIgnoreCase(asset))
                .flatMapToDouble(MarginFigures::distances)
                .min();
        return orUnknown(nearest, risk, Double.POSITIVE_INFINITY);
    }

    /** Infinite: no equity is left. Null: a mark is missing, so that an account may have been left out. */
    static Double use(SpecificRecord record) {
        PortfolioRisk risk = (PortfolioRisk) record;
        OptionalDouble greatest =
                risk.getMargins().stream().mapToDouble(MarginFigures::use).max();
        return orUnknown(greatest, risk, 0);
    }

    private static double use(MarginState margin) {
        return margin.getMaintenanceUse() == null ? Double.POSITIVE_INFINITY : margin.getMaintenanceUse();
    }

    private static DoubleStream distances(LiquidationState state) {
        return DoubleStream.of(
                        state.getBelow() == null ? Double.POSITIVE_INFINITY : state.getPrice() - state.getBelow(),
                        state.getAbove() == null ? Double.POSITIVE_INFINITY : state.getAbove() - state.getPrice())
                .map(distance -> Math.max(0, distance) / state.getPrice());
    }

    /** What is known of the other accounts is told: an alert that rests on them is right, though there may be worse. */
    private static Double orUnknown(OptionalDouble known, PortfolioRisk risk, double without) {
        if (known.isPresent()) {
            return known.getAsDouble();
        }
        return risk.getFlags().contains(PortfolioFlag.MARK_MISSING) ? null : Double.valueOf(without);
    }
}
