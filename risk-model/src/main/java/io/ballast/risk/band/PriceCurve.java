/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

/** How a subject's figures move with the price, from where they are now. */
public interface PriceCurve {

    /**
     * An interval around the price now, inside which every figure stays within its limit of what was published. Empty where
     * the figures are not within the limits now.
     *
     * @param now  figures at the price now
     * @param feeClock  worth of the fees paid so far to one unit of earning liquidity, each at the price of its time
     */
    QuietBand quiet(Figures now, Figures published, Limits limits, double feeClock);

    /**
     * The delta it would have if all its value were in token0: value / price. Never above the delta below a range, and not
     * blown up by a speck of full-range liquidity in a group, as the sum of those would be.
     */
    double fullDelta();

    /**
     * The same band, ended where a figure reaches a level.
     *
     * @param now  figures at the price now
     */
    QuietBand cut(QuietBand band, Figures now, Levels levels);
}
