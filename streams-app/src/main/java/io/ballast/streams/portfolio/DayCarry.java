/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.CarryReport;
import io.ballast.risk.portfolio.HedgeEffectiveness;
import io.ballast.schema.DayAttribution;
import io.ballast.streams.state.DayExposure;
import io.ballast.streams.state.DayLedger;
import io.ballast.streams.state.HourTerms;
import java.util.Collection;

/** Whether a day in the pools, hedged as it was, paid. */
final class DayCarry {

    private static final double SECONDS_A_DAY = 86_400;
    /** Where the part of the price term that is hedged is not known, figures that need it are left out. */
    private static final double ANY = 1;

    private DayCarry() {}

    /** @param theta  of the hedge's target: it is held against IL and (1 - theta) of the price term; null: not known */
    static void tell(DayAttribution record, DayLedger.Day day, Double theta) {
        DayExposure exposure = day.exposure();
        if (exposure.seconds() <= 0) {
            return;
        }
        CarryReport carry = CarryReport.of(
                day.terms(),
                theta == null ? ANY : theta,
                exposure.seconds() / SECONDS_A_DAY,
                exposure.averageValue(),
                exposure.averageGammaCash());
        record.setAverageValue(exposure.averageValue());
        record.setNetCarry(carry.netCarryPerDay());
        record.setNetCarryRate(carry.netCarryRate());
        record.setFeesToIl(carry.feesToIl());
        record.setBreakEvenVolatility(carry.breakEvenVolatility());
        record.setCostRatio(carry.costRatio());
        if (theta != null) {
            record.setPayoffRatio(carry.payoffRatio());
            record.setHedgeEffectiveness(effectiveness(day.hours().values(), theta));
        }
    }

    private static Double effectiveness(Collection<HourTerms> hours, double theta) {
        double[] position = hours.stream()
                .mapToDouble(hour -> hour.il() + (1 - theta) * hour.price())
                .toArray();
        double[] hedge = hours.stream().mapToDouble(HourTerms::hedge).toArray();
        return HedgeEffectiveness.of(position, hedge);
    }
}
