/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.ExpiryRule;
import io.ballast.risk.hedge.strip.OptionFee;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.config.OptionKeys;
import io.ballast.streams.config.PublicationKeys;
import java.util.List;
import java.util.Set;

/**
 * What a desk's processor needs to know.
 *
 * @param advised  portfolios that get strips where no policy speaks of them; empty: each that holds something itself
 * @param standard  what they want where no policy says it
 */
public record AdviceSettings(
        String topicPrefix, Assets assets, Set<String> advised, StripPolicy standard, ScenarioSettings scenarios) {

    private static final double PIN_DEVIATIONS = 1;
    private static final List<Double> VOL_SHIFTS = List.of(-0.3, -0.1, 0.0, 0.1, 0.3);
    private static final double HORIZON_DAYS = 1;

    public static AdviceSettings of(BallastConfig config) {
        List<Double> shifts = config.getList(PublicationKeys.LADDER_SHIFTS).stream()
                .map(Double::valueOf)
                .sorted()
                .toList();
        return new AdviceSettings(
                config.topicPrefix(),
                Assets.of(MarketKeys.ALIASES, config.getList(MarketKeys.ALIASES), config.getList(MarketKeys.PAR)),
                Set.copyOf(config.getList(OptionKeys.PORTFOLIOS)),
                standard(config, shifts),
                new ScenarioSettings(config.millis(OptionKeys.SCENARIO_MS), shifts, VOL_SHIFTS, HORIZON_DAYS));
    }

    private static StripPolicy standard(BallastConfig config, List<Double> shifts) {
        return new StripPolicy(
                config.millis(OptionKeys.ADVICE_MS),
                config.getDouble(OptionKeys.ADVICE_MOVE),
                config.getDouble(OptionKeys.BUDGET),
                config.getBoolean(OptionKeys.SELL),
                config.getBoolean(OptionKeys.FORWARD),
                config.getDouble(OptionKeys.FORWARD_COST),
                config.getDouble(OptionKeys.FORWARD_LOT),
                0,
                Double.POSITIVE_INFINITY,
                new OptionFee(config.getDouble(OptionKeys.FEE), config.getDouble(OptionKeys.FEE_CAP)),
                config.getInt(OptionKeys.MOST),
                shifts,
                new ExpiryRule(config.millis(OptionKeys.ROLL_MS), config.millis(OptionKeys.PIN_MS), PIN_DEVIATIONS));
    }
}
