/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;

/**
 * When a market price is said anew.
 *
 * @param tolerance  how far it may be from what was said, as a fraction; 0: every change is said
 * @param heartbeatMs  how old what was said may be, though nothing moved; 0: any age
 */
public record PublicationRules(double tolerance, long heartbeatMs) {

    public PublicationRules {
        Domain.requireNotNegative("tolerance", tolerance);
        Domain.requireNotNegative("heartbeatMs", (double) heartbeatMs);
    }
}
