/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * How a source counts.
 *
 * @param weight  its vote, positive
 * @param staleAfterMs  how long what it said holds, positive
 */
public record SourceTerms(double weight, long staleAfterMs) {

    public SourceTerms {
        Domain.requirePositive("weight", weight);
        Domain.requirePositive("staleAfterMs", (double) staleAfterMs);
    }
}
