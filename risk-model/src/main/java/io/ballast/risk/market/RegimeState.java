/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * The regime of a market. It rises at once and falls after a while. Immutable.
 *
 * @param sinceMs  since when it is so; null: from the start
 * @param calmerSinceMs  since when volatility says something calmer; null: it does not
 */
public record RegimeState(Regime regime, Long sinceMs, Long calmerSinceMs) {

    public static final RegimeState UNKNOWN = new RegimeState(Regime.UNKNOWN, null, null);

    /** With what volatility is at a time. A jump alone makes a calm market volatile. */
    public RegimeState after(VolatilityFigures volatility, long timeMs, RegimeRules rules) {
        if (volatility.ewma() == null || volatility.maturity() < rules.maturity()) {
            return volatility.jump() ? atLeastVolatile(timeMs) : this;
        }
        Regime up = volatility.jump()
                ? max(Regime.VOLATILE, rules.at(volatility.ewma(), 1))
                : rules.at(volatility.ewma(), 1);
        if (up.compareTo(regime) > 0) {
            return new RegimeState(up, timeMs, null);
        }
        Regime down = max(up, rules.at(volatility.ewma(), rules.exit()));
        return down.compareTo(regime) < 0 ? calmer(down, timeMs, rules) : new RegimeState(regime, sinceMs, null);
    }

    private RegimeState calmer(Regime down, long timeMs, RegimeRules rules) {
        long since = calmerSinceMs == null ? timeMs : calmerSinceMs;
        return timeMs - since >= rules.holdMs()
                ? new RegimeState(down, timeMs, null)
                : new RegimeState(regime, sinceMs, since);
    }

    private RegimeState atLeastVolatile(long timeMs) {
        return regime.compareTo(Regime.VOLATILE) >= 0 ? this : new RegimeState(Regime.VOLATILE, timeMs, null);
    }

    private static Regime max(Regime one, Regime other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
