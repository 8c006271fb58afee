/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.advice.HedgeTarget;
import io.ballast.schema.BandKind;
import io.ballast.schema.TargetMode;

/**
 * What is to be held of one asset.
 *
 * @param bandCoins  of a fixed band
 * @param riskAversion  of a band from costs, per unit of the numeraire
 * @param costRate  of a band from costs; null: that of the cheapest venue
 */
record TargetRule(
        String asset,
        TargetMode mode,
        HedgeTarget target,
        BandKind bandKind,
        double bandCoins,
        double riskAversion,
        Double costRate) {}
