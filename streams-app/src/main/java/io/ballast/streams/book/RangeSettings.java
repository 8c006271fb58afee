/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.range.RangeRule;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.RangeKeys;

/**
 * How positions' ranges are looked at.
 *
 * @param horizonMs  time ahead that sigmas and probabilities are for
 * @param rule  when a new range is advised
 * @param halfSpread  counted where the market's is not known, as a fraction
 * @param gasUsd  of placing a range anew; 0: not counted
 */
public record RangeSettings(long horizonMs, RangeRule rule, double halfSpread, double gasUsd) {

    private static final double BPS = 1e-4;

    static RangeSettings of(BallastConfig config) {
        return new RangeSettings(
                config.getLong(RangeKeys.HORIZON_MS),
                new RangeRule(config.getLong(RangeKeys.AFTER_MS), config.getLong(RangeKeys.PAYBACK_MS)),
                config.getDouble(RangeKeys.SPREAD_BPS) * BPS / 2,
                config.getDouble(RangeKeys.GAS_USD));
    }
}
