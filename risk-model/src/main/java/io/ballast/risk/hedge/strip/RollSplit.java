/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.ConcentratedRange;

/**
 * The loss since entry when a strip was rolled in between: what the first strip covered, what the second covers, and the rest, which
 * neither does. With D the loss from one price to another,
 *
 * <pre>
 *   D(now|entry) = D(roll|entry) + D(now|roll) + (x(roll) - x(entry))*(now - roll)
 * </pre>
 *
 * <p>The last term is the exposure that the position took on before the roll. A new strip that is struck at the roll price does
 * not pay it; a forward of {@code x(entry) - x(roll)} coins from the roll on does.
 *
 * @param before  loss from entry to the roll, dollars, negative is a loss
 * @param after  loss from the roll until now
 * @param crossTerm  the rest, any sign
 */
public record RollSplit(double before, double after, double crossTerm) {

    /** All prices as sqrt prices of dollars a coin. */
    public static RollSplit of(ConcentratedRange range, double sqrtEntry, double sqrtRoll, double sqrtNow) {
        double taken = range.amount0(sqrtRoll) - range.amount0(sqrtEntry);
        return new RollSplit(
                range.impermanentLoss(sqrtEntry, sqrtRoll),
                range.impermanentLoss(sqrtRoll, sqrtNow),
                taken * (sqrtNow - sqrtRoll) * (sqrtNow + sqrtRoll));
    }

    /** Loss since entry, dollars. */
    public double total() {
        return before + after + crossTerm;
    }
}
