/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.risk.scenario.Claim;
import io.ballast.risk.scenario.LoanCollateral;
import io.ballast.risk.scenario.Tranche;
import io.ballast.risk.scenario.VaultShare;
import io.ballast.schema.PositionClaim;
import io.ballast.schema.Seniority;

/** Reads claims, and refuses those that make no sense. */
public final class ClaimAdapter {

    private static final String NOTHING = "";

    private ClaimAdapter() {}

    /** @throws IllegalArgumentException if something in it makes no sense */
    public static void requireSensible(PositionClaim record) {
        claim(record.getPortfolio(), record);
    }

    /** @throws IllegalArgumentException if the key is not its portfolio, or something in it makes no sense */
    static HeldClaim claim(String key, PositionClaim record) {
        if (!record.getPortfolio().equals(key)) {
            throw new IllegalArgumentException(
                    "the record's key " + key + " is not its portfolio " + record.getPortfolio());
        }
        String portfolio = new PortfolioPath(key).path();
        requireTogether(record);
        return new HeldClaim(portfolio, record, terms(record, record.getAheadAsset()), record.getAheadAsset());
    }

    /** The same, with what is owed called as a desk calls it. */
    static HeldClaim named(HeldClaim claim, Conventions conventions) {
        if (claim.aheadAsset() == null) {
            return claim;
        }
        String asset = conventions.asset(claim.aheadAsset());
        return new HeldClaim(claim.portfolio(), claim.record(), terms(claim.record(), asset), asset);
    }

    private static Claim terms(PositionClaim record, String aheadAsset) {
        String asset = aheadAsset == null ? NOTHING : aheadAsset;
        return switch (record.getKind()) {
            case VAULT_SHARE -> {
                requireNone("liquidation_threshold", record.getLiquidationThreshold(), record);
                yield new VaultShare(required("fraction", record.getFraction(), record), asset, units(record));
            }
            case LOAN_COLLATERAL -> {
                requireNone("fraction", record.getFraction(), record);
                required("ahead_units", record.getAheadUnits(), record);
                yield new LoanCollateral(
                        asset,
                        units(record),
                        required("liquidation_threshold", record.getLiquidationThreshold(), record));
            }
            case TRANCHE -> {
                requireNone("liquidation_threshold", record.getLiquidationThreshold(), record);
                required("ahead_units", record.getAheadUnits(), record);
                yield new Tranche(
                        isSenior(record), required("fraction", record.getFraction(), record), asset, units(record));
            }
            case UNKNOWN ->
                throw new IllegalArgumentException(
                        "kind of the claim on " + record.getPortfolio() + " is missing or not known here");
        };
    }

    private static boolean isSenior(PositionClaim record) {
        if (record.getSeniority() == Seniority.UNKNOWN) {
            throw new IllegalArgumentException(
                    "seniority of the tranche on " + record.getPortfolio() + " is missing or not known here");
        }
        return record.getSeniority() == Seniority.SENIOR;
    }

    private static void requireTogether(PositionClaim record) {
        boolean hasAsset =
                record.getAheadAsset() != null && !record.getAheadAsset().isBlank();
        if (hasAsset != (record.getAheadUnits() != null)) {
            throw new IllegalArgumentException("ahead_asset " + record.getAheadAsset() + " and ahead_units "
                    + record.getAheadUnits() + " of the claim on " + record.getPortfolio() + " belong together");
        }
    }

    private static double units(PositionClaim record) {
        return record.getAheadUnits() == null ? 0 : record.getAheadUnits();
    }

    private static double required(String field, Double value, PositionClaim record) {
        if (value == null) {
            throw new IllegalArgumentException(
                    field + " of the " + record.getKind() + " on " + record.getPortfolio() + " is missing");
        }
        return value;
    }

    private static void requireNone(String field, Double value, PositionClaim record) {
        if (value != null) {
            throw new IllegalArgumentException(
                    field + " " + value + " is of no " + record.getKind() + ", on " + record.getPortfolio());
        }
    }
}
