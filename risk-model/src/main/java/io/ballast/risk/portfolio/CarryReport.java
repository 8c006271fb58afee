/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * Whether being in the pool, hedged as it is, pays. Money in the numeraire; what is undefined is null.
 *
 * @param netCarryPerDay  all terms of the result but the price term, for a day
 * @param netCarryRate  the same for a year of 365 days as a fraction of the capital; null without capital
 * @param feesToIl  fees / |IL|; null without IL
 * @param breakEvenVolatility  volatility a year at which the expected LVR eats up fees, funding, premium and costs; null
 *     without gamma, or when those do not bring anything
 * @param payoffRatio  what the hedge brought for each unit of the loss that it was held against: 1 is perfect; null without
 *     one
 * @param costRatio  net premium, funding and costs paid / |IL|; null without IL
 */
public record CarryReport(
        double netCarryPerDay,
        Double netCarryRate,
        Double feesToIl,
        Double breakEvenVolatility,
        Double payoffRatio,
        Double costRatio) {

    private static final double DAYS_A_YEAR = 365;
    private static final double PERCENT = 100;

    /**
     * @param theta  of the hedge's target: it is held against IL and (1 - theta) of the price term
     * @param days  length of the interval, positive
     * @param capital  average value in pools over it, not negative
     * @param gammaCash  average gamma cash per 1 % over it: {@code Gamma P^2 / 100}, not positive
     */
    public static CarryReport of(Attribution attribution, double theta, double days, double capital, double gammaCash) {
        requirePositive("days", days);
        requireNotNegative("capital", capital);
        requireNotNegative("size of gamma cash", Math.abs(gammaCash));
        double carryPerDay = attribution.carry().toDouble() / days;
        double il = attribution.il().toDouble();
        double paid = attribution
                .premium()
                .plus(attribution.funding())
                .plus(attribution.costs())
                .toDouble();
        double fees = attribution.fees().toDouble();
        double hedged = il + (1 - theta) * attribution.price().toDouble();
        return new CarryReport(
                carryPerDay,
                ratio(carryPerDay * DAYS_A_YEAR, capital),
                ratio(fees, Math.abs(il)),
                breakEvenVolatility((fees + paid) / days * DAYS_A_YEAR, Math.abs(gammaCash)),
                ratio(-attribution.hedge().toDouble(), hedged),
                ratio(0.0 - paid, Math.abs(il)));
    }

    /** LVR comes at {@code sigma^2 P^2 |Gamma| / 2} a year (formula sheet 3.1). */
    private static Double breakEvenVolatility(double incomePerYear, double gammaCash) {
        return gammaCash == 0 || incomePerYear <= 0
                ? null
                : Double.valueOf(Math.sqrt(2 * incomePerYear / (gammaCash * PERCENT)));
    }

    private static Double ratio(double numerator, double denominator) {
        return denominator == 0 ? null : Double.valueOf(numerator / denominator);
    }
}
