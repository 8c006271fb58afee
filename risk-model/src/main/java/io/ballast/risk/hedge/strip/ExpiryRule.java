/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;
import java.time.Duration;

/**
 * When a strip is to be rolled to the next expiry, and when its nearest strike has to be watched.
 *
 * @param rollBefore  so long before expiry a strip is due to be rolled
 * @param watchBefore  so long before expiry strikes near the price are pins
 * @param pinDeviations  near means within so many standard deviations of the price until expiry, positive
 */
public record ExpiryRule(Duration rollBefore, Duration watchBefore, double pinDeviations) {

    /** What to do about an expiry; the most urgent that applies. */
    public enum State {
        /** Time enough. */
        HOLD,
        /** Due to be rolled to a later expiry. */
        ROLL,
        /** The price is at a strike in the last hours: do not hedge the strip's delta, and expect either outcome. */
        PIN,
        /** Settled: drop the legs, the positions keep their gamma; strike anew at this price. */
        EXPIRED
    }

    public ExpiryRule {
        Domain.requirePositive("pinDeviations", pinDeviations);
        if (rollBefore.isNegative() || watchBefore.isNegative()) {
            throw new IllegalArgumentException(
                    "rollBefore " + rollBefore + " and watchBefore " + watchBefore + " must not be negative");
        }
    }

    /**
     * @param toExpiry  zero or negative: expired
     * @param nearestStrike  of the strip
     * @param volatility  annual
     */
    public State state(Duration toExpiry, double price, double nearestStrike, double volatility) {
        if (toExpiry.isZero() || toExpiry.isNegative()) {
            return State.EXPIRED;
        }
        double years = (double) toExpiry.toMillis() / Duration.ofDays(365).toMillis();
        boolean near = PinRisk.distanceInDeviations(price, nearestStrike, volatility, years) <= pinDeviations;
        if (near && toExpiry.compareTo(watchBefore) <= 0) {
            return State.PIN;
        }
        return toExpiry.compareTo(rollBefore) <= 0 ? State.ROLL : State.HOLD;
    }
}
