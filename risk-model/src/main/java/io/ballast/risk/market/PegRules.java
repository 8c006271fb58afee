/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * When an asset that is taken at par has lost it.
 *
 * @param lostAt  distance from par beyond which it is lost, as a fraction, positive
 * @param regainedAt  distance within which it is back, below {@code lostAt}
 * @param holdMs  how long either has to last
 */
public record PegRules(double lostAt, double regainedAt, long holdMs) {

    public PegRules {
        Domain.requirePositive("lostAt", lostAt);
        Domain.requireNotNegative("regainedAt", regainedAt);
        Domain.requireNotNegative("holdMs", (double) holdMs);
        if (regainedAt >= lostAt) {
            throw new IllegalArgumentException("regainedAt " + regainedAt + " must be below lostAt " + lostAt);
        }
    }
}
