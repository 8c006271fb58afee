/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

/**
 * A threshold with hysteresis: the condition begins where the figure passes the threshold, and lasts until it has come back
 * past the resolve threshold. In between nothing changes, so that a figure that flaps around the threshold makes one alert.
 *
 * @param threshold  in the figure's own unit
 * @param resolve  in the same unit; the threshold itself, or on the good side of it
 */
public record Condition(Comparison comparison, double threshold, double resolve) {

    /** @throws IllegalArgumentException if one of them is not finite, or resolve is on the bad side of the threshold */
    public Condition {
        if (!Double.isFinite(threshold) || !Double.isFinite(resolve)) {
            throw new IllegalArgumentException("thresholds must be finite: " + threshold + ", " + resolve);
        }
        if (comparison.isUpward() ? resolve > threshold : resolve < threshold) {
            throw new IllegalArgumentException("resolve " + resolve + " must be "
                    + (comparison.isUpward() ? "at most" : "at least") + " the threshold " + threshold
                    + ": an alert would end while its condition still holds");
        }
    }

    public boolean begins(double value) {
        return comparison.holds(value, threshold);
    }

    public boolean ends(double value) {
        return !comparison.holds(value, threshold) && !comparison.holds(value, resolve);
    }
}
