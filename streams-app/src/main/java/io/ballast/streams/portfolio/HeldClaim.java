/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.scenario.Claim;
import io.ballast.schema.PositionClaim;

/**
 * What pools of a portfolio, and of all below it, are held through.
 *
 * @param record  as it was told
 * @param aheadAsset  what is owed is counted in; null: nothing is owed
 */
record HeldClaim(String portfolio, PositionClaim record, Claim terms, String aheadAsset) {}
