/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.range;

/**
 * How far a price is from the ends of a range, and how probable it is that it comes to one of them within a horizon.
 *
 * @param toLower  {@code price/lower - 1}, a fraction; negative below the range
 * @param toUpper  {@code upper/price - 1}; negative above the range
 * @param lowerSigmas  {@code ln(price/lower)} in standard deviations of the horizon; null where the volatility is not known, as is what follows
 * @param upperSigmas  {@code ln(upper/price)} likewise
 * @param leaveProbability  that the price touches an end within the horizon; null outside the range
 * @param returnProbability  that it touches the nearer end within the horizon; null inside
 */
public record RangeOutlook(
        double toLower,
        double toUpper,
        Double lowerSigmas,
        Double upperSigmas,
        Double leaveProbability,
        Double returnProbability) {

    /**
     * @param logDown  {@code ln(price/lower)}
     * @param logUp  {@code ln(upper/price)}
     * @param inRange  by the pool's tick, which may be one off where the price is exactly at an end
     * @param deviation  of the log price over the horizon, not negative; null: not known
     */
    public static RangeOutlook of(double logDown, double logUp, boolean inRange, Double deviation) {
        double toLower = Math.expm1(logDown);
        double toUpper = Math.expm1(logUp);
        if (deviation == null) {
            return new RangeOutlook(toLower, toUpper, null, null, null, null);
        }
        return new RangeOutlook(
                toLower,
                toUpper,
                sigmas(logDown, deviation),
                sigmas(logUp, deviation),
                inRange
                        ? (Double) BarrierProbability.ofLeaving(Math.max(0, logDown), Math.max(0, logUp), deviation)
                        : null,
                inRange ? null : (Double) ofReturning(logDown, logUp, deviation));
    }

    /** A price that does not move is no number of deviations from anything. */
    private static Double sigmas(double distance, double deviation) {
        return deviation == 0 ? null : (Double) (distance / deviation);
    }

    private static double ofReturning(double logDown, double logUp, double deviation) {
        return logDown <= logUp
                ? BarrierProbability.ofRising(Math.max(0, -logDown), deviation)
                : BarrierProbability.ofFalling(Math.max(0, -logUp), deviation);
    }
}
