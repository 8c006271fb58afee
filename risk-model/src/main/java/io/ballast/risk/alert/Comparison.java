/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

/** How a figure is held against a threshold. */
public enum Comparison {
    ABOVE,
    AT_LEAST,
    BELOW,
    AT_MOST;

    public boolean holds(double value, double threshold) {
        return switch (this) {
            case ABOVE -> value > threshold;
            case AT_LEAST -> value >= threshold;
            case BELOW -> value < threshold;
            case AT_MOST -> value <= threshold;
        };
    }

    /** True: the greater the figure, the worse. */
    public boolean isUpward() {
        return this == ABOVE || this == AT_LEAST;
    }
}
