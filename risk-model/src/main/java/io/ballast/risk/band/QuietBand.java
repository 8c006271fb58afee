/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/**
 * Where nothing need be published: the open interval (lo, hi) of sqrt prices, until the fee clock passes its threshold.
 *
 * @param lo  sqrt price, 0 or more
 * @param hi  sqrt price, not below lo; equal to it in a band that is empty: always due
 * @param feeThreshold  the last reading of the fee clock that is quiet; infinite for who earns nothing
 */
public record QuietBand(double lo, double hi, double feeThreshold) {

    public QuietBand {
        if (!(lo >= 0 && lo <= hi) || Double.isNaN(feeThreshold)) {
            throw new IllegalArgumentException(
                    "A quiet band needs 0 <= lo <= hi and a threshold: " + lo + ", " + hi + ", " + feeThreshold);
        }
    }

    public boolean contains(double sqrtPrice) {
        return lo < sqrtPrice && sqrtPrice < hi;
    }
}
