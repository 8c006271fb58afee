/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import java.time.Duration;
import java.util.List;

/**
 * Which scenarios, and how often.
 *
 * @param every  event time between two records of a portfolio
 * @param shifts  relative changes of price
 * @param volShifts  added to volatilities, fractions a year
 * @param horizonDays  of value at risk
 */
public record ScenarioSettings(Duration every, List<Double> shifts, List<Double> volShifts, double horizonDays) {}
