/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * What was said last of a market.
 *
 * @param price  the price
 * @param timeMs  as of when
 * @param condition  what else there was to say
 */
public record SaidPrice(double price, long timeMs, String condition) {

    static SaidPrice of(MarketFigures now) {
        return new SaidPrice(now.price().price(), now.price().timeMs(), now.condition());
    }

    /** True: these figures have to be said. */
    boolean isOutdatedBy(MarketFigures now, PublicationRules rules) {
        double moved = Math.abs(now.price().price() / price - 1);
        boolean old = rules.heartbeatMs() > 0 && now.price().timeMs() - timeMs >= rules.heartbeatMs();
        return moved > rules.tolerance() || old || !condition.equals(now.condition());
    }
}
