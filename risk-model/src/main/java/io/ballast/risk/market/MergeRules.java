/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

import io.ballast.risk.loss.Domain;
import java.util.Map;

/**
 * How the sources of a pair are merged.
 *
 * @param usual  how a source counts that is not named below
 * @param named  those that count otherwise, by their id or by the venue before the colon in it
 * @param outlierScore  robust standard deviations from the middle beyond which a source is rejected, positive
 * @param noise  what a standard deviation is at least, as a fraction of the price, positive: honest venues differ by as much
 * @param persistMs  after so long of a disagreement that no majority can settle both sides count
 * @param forgetAfterMs  a source that was silent for so long is not expected any more
 */
public record MergeRules(
        SourceTerms usual,
        Map<String, SourceTerms> named,
        double outlierScore,
        double noise,
        long persistMs,
        long forgetAfterMs) {

    public MergeRules {
        named = Map.copyOf(named);
        Domain.requirePositive("outlierScore", outlierScore);
        Domain.requirePositive("noise", noise);
        Domain.requireNotNegative("persistMs", (double) persistMs);
        Domain.requirePositive("forgetAfterMs", (double) forgetAfterMs);
    }

    /** How a source counts. */
    public SourceTerms of(String source) {
        SourceTerms own = named.get(source);
        if (own != null) {
            return own;
        }
        int colon = source.indexOf(':');
        return colon < 0 ? usual : named.getOrDefault(source.substring(0, colon), usual);
    }
}
