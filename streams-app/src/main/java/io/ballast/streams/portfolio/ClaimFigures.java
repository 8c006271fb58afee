/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.MoneyFigures;
import io.ballast.risk.portfolio.PoolPart;
import io.ballast.risk.portfolio.RollUp;
import io.ballast.risk.scenario.LoanCollateral;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.ClaimState;
import io.ballast.schema.PortfolioRisk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a portfolio is left to us where pools are held through vaults, loans or tranches. Of pools alone: hedge accounts are ours
 * whole. Where prices are missing there are no figures, only the terms.
 */
final class ClaimFigures {

    private ClaimFigures() {}

    /** What it comes to now. */
    static void tell(PortfolioRisk risk, Level level) {
        risk.setValueOurs(ours(level));
        of(level).ifPresent(claim -> risk.setClaim(state(claim, level)));
    }

    /** The claim on the portfolio itself. */
    static Optional<HeldClaim> of(Level level) {
        return level.claims().stream()
                .filter(claim -> claim.portfolio().equals(level.path()))
                .findFirst();
    }

    /** Value less what claims leave to others; null: a price is missing. */
    private static Double ours(Level level) {
        if (!level.hasMoney()) {
            return null;
        }
        ExactSum sum = ExactSum.ZERO.plus(level.figures().money().value());
        for (HeldClaim claim : level.claims()) {
            if (isTopmost(claim, level)) {
                Double whole = value(claim, level);
                Market market = market(claim, level);
                if (whole == null || market == null) {
                    return null;
                }
                sum = sum.plus(claim.terms().ours(whole, market)).plus(-whole);
            }
        }
        return sum.toDouble();
    }

    /** A claim below another one is part of what that is on. */
    private static boolean isTopmost(HeldClaim claim, Level level) {
        return level.claims().stream()
                .noneMatch(other -> other != claim && DeskBooks.isAt(other.portfolio(), claim.portfolio()));
    }

    private static ClaimState state(HeldClaim claim, Level level) {
        ClaimState state = ClaimState.newBuilder()
                .setKind(claim.record().getKind())
                .setSeniority(claim.record().getSeniority())
                .setFraction(claim.record().getFraction())
                .setAheadAsset(claim.aheadAsset())
                .setAheadUnits(claim.record().getAheadUnits())
                .setLiquidationThreshold(claim.record().getLiquidationThreshold())
                .build();
        Double whole = level.hasMoney() ? value(claim, level) : null;
        Market market = whole == null ? null : market(claim, level);
        if (market != null) {
            double ahead = claim.terms().ahead(whole, market);
            state.setAhead(ahead);
            state.setOurs(claim.terms().ours(whole, market));
            state.setLoanUse(loanUse(claim, whole, ahead));
        }
        return state;
    }

    /** Debt over what may be owed; null: no loan, or nothing may be owed. */
    private static Double loanUse(HeldClaim claim, double whole, double ahead) {
        return claim.terms() instanceof LoanCollateral loan && whole > 0
                ? Double.valueOf(ahead / (whole * loan.liquidationThreshold()))
                : null;
    }

    /** Worth of the pools that it is on; null: a price is missing. */
    private static Double value(HeldClaim claim, Level level) {
        List<PoolPart> parts = level.parts().stream()
                .filter(part ->
                        DeskBooks.isAt(claim.portfolio(), part.portfolio().path()))
                .toList();
        MoneyFigures money = RollUp.of(parts, List.of(), level.numeraire()).money();
        return money == null ? null : Double.valueOf(money.value());
    }

    /** Prices of the numeraire, which has one, and of what is owed; null: that has none. */
    private static Market market(HeldClaim claim, Level level) {
        boolean isPriced = claim.aheadAsset() == null || level.prices().of(claim.aheadAsset()) != null;
        return isPriced ? market(claim, level, level.prices().conventions().numeraire()) : null;
    }

    /** Prices of an asset and of what is owed, which have them. */
    static Market market(HeldClaim claim, Level level, String asset) {
        Map<String, Double> prices = new HashMap<>();
        if (claim.aheadAsset() != null) {
            prices.put(claim.aheadAsset(), level.prices().of(claim.aheadAsset()));
        }
        prices.put(asset, level.prices().of(asset));
        return Market.at(prices);
    }
}
