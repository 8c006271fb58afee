/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

/**
 * What was at risk on a day, weighted by time, in the numeraire.
 *
 * @param valueSeconds  value in pools times the seconds that it was so
 * @param gammaSeconds  size of gamma cash per 1 % times the seconds that it was so
 * @param seconds  how long these are of
 */
public record DayExposure(double valueSeconds, double gammaSeconds, double seconds) {

    static final DayExposure NONE = new DayExposure(0, 0, 0);

    /** Some more time with the same value and gamma. */
    DayExposure plus(double value, double gamma, double more) {
        return new DayExposure(valueSeconds + value * more, gammaSeconds + gamma * more, seconds + more);
    }

    /** Two portfolios together; one that came later had nothing before. */
    DayExposure and(DayExposure other) {
        return new DayExposure(
                valueSeconds + other.valueSeconds, gammaSeconds + other.gammaSeconds, Math.max(seconds, other.seconds));
    }

    /** Average value in pools; not a number where no time has passed. */
    public double averageValue() {
        return valueSeconds / seconds;
    }

    /** Average size of gamma cash; likewise. */
    public double averageGammaCash() {
        return gammaSeconds / seconds;
    }
}
