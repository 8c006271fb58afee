/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * Whether an asset keeps its par. Immutable.
 *
 * @param lost  it does not
 * @param sinceMs  when that began: the first price of those that made it so; null: never lost
 * @param crossingSinceMs  since when prices say otherwise, not yet for long enough; null: they do not
 */
public record PegState(boolean lost, Long sinceMs, Long crossingSinceMs) {

    public static final PegState AT_PAR = new PegState(false, null, null);

    /**
     * With one more price.
     *
     * @param price  1 is par
     * @param timeMs  not before the last one
     */
    public PegState after(double price, long timeMs, PegRules rules) {
        double off = Math.abs(price - 1);
        boolean crosses = lost ? off < rules.regainedAt() : off > rules.lostAt();
        if (!crosses) {
            return new PegState(lost, sinceMs, null);
        }
        long since = crossingSinceMs == null ? timeMs : crossingSinceMs;
        return timeMs - since >= rules.holdMs() ? new PegState(!lost, since, null) : new PegState(lost, sinceMs, since);
    }
}
