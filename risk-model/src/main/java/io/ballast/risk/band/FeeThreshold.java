/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** The last reading of the fee clock at which fees are within their limit. */
final class FeeThreshold {

    private FeeThreshold() {}

    /**
     * The clock counts a fee at the price of its time. Paid in token0 it may be worth more later, inside the band by
     * (hi/lo)^2 at most.
     *
     * @param allowance  by how much the fees' worth may rise
     */
    static double of(double allowance, double earning, Narrowing band, double feeClock) {
        if (earning == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double stretch = band.hi() / band.lo();
        double ticks = allowance > 0 ? allowance / stretch / stretch / earning : 0;
        return Math.max(feeClock, Math.nextDown(feeClock + ticks));
    }
}
