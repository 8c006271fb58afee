/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

/**
 * @param value  the figure; null: not known
 * @param use  |value| / maximum; null: not known
 */
public record LimitUse(Limit limit, Double value, Double use) {

    /** True if the figure is known and above its limit. */
    public boolean isBreached() {
        return use != null && use > 1;
    }
}
