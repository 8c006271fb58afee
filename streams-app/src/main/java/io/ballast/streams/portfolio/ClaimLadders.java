/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.ClaimResult;
import io.ballast.risk.scenario.Claims;
import io.ballast.risk.scenario.LadderLeg;
import io.ballast.risk.scenario.LoanCollateral;
import io.ballast.risk.scenario.LoanDistance;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.Shock;
import io.ballast.schema.AssetLadder;
import io.ballast.schema.AssetShock;
import io.ballast.schema.ClaimLadder;
import io.ballast.schema.ClaimPoint;
import io.ballast.schema.ClaimState;
import io.ballast.schema.LiquidationState;
import io.ballast.schema.PortfolioRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What would be left to us of a claim when the price of one asset moves alone, and how far that is from a liquidation. */
final class ClaimLadders {

    private ClaimLadders() {}

    /** From the ladders of the whole, which are there already. */
    static void tell(PortfolioRisk risk, Level level) {
        ClaimState state = risk.getClaim();
        if (state == null || state.getOurs() == null) {
            return;
        }
        HeldClaim claim = ClaimFigures.of(level).orElseThrow();
        List<ClaimLadder> ladders = new ArrayList<>();
        List<LiquidationState> distances = new ArrayList<>();
        for (AssetLadder ladder : risk.getLadders()) {
            if (isWhole(ladder)) {
                Market market = ClaimFigures.market(claim, level, ladder.getAsset());
                LadderLeg position = position(ladder, market, level);
                ladders.add(ladder(ladder, position, claim, market));
                addDistance(distances, position, claim, market, ladder.getAsset());
            }
        }
        addDistanceOfDebt(distances, risk, claim, level);
        state.setLadders(ladders);
        state.setDistances(distances);
    }

    private static boolean isWhole(AssetLadder ladder) {
        return !ladder.getPoints().isEmpty()
                && ladder.getPoints().stream().allMatch(point -> point.getValue() != null && point.getUnits() != null);
    }

    /** The portfolio as it is now is a point of it too. */
    private static LadderLeg position(AssetLadder ladder, Market market, Level level) {
        double price = market.price(ladder.getAsset());
        List<LadderLeg.Rung> rungs = new ArrayList<>();
        for (AssetShock point : ladder.getPoints()) {
            if (point.getShift() != 0) {
                rungs.add(rung(price * (1 + point.getShift()), point.getValue(), point.getUnits()));
            }
        }
        AssetFigures now = level.figures().assets().get(ladder.getAsset());
        rungs.add(rung(price, level.figures().money().value(), now.pools()));
        return new LadderLeg(ladder.getAsset(), rungs);
    }

    /** Sums of nothing may be a rounding below it. */
    private static LadderLeg.Rung rung(double price, double value, double units) {
        return new LadderLeg.Rung(price, Math.max(0, value), Math.max(0, units));
    }

    private static ClaimLadder ladder(AssetLadder ladder, BookLeg position, HeldClaim claim, Market market) {
        List<Shock> shocks = ladder.getPoints().stream()
                .map(AssetShock::getShift)
                .map(shift -> new Shock("", Map.of(ladder.getAsset(), 1 + shift), 0))
                .toList();
        List<ClaimResult> results = Claims.after(position, claim.terms(), market, shocks);
        List<ClaimPoint> points = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            ClaimResult result = results.get(i);
            points.add(new ClaimPoint(
                    ladder.getPoints().get(i).getShift(), result.value(), result.ahead(), result.ours()));
        }
        return new ClaimLadder(ladder.getAsset(), points);
    }

    private static void addDistance(
            List<LiquidationState> distances, BookLeg position, HeldClaim claim, Market market, String asset) {
        if (claim.terms() instanceof LoanCollateral loan) {
            LoanDistance distance = LoanDistance.of(position, loan, market, asset);
            double price = market.price(asset);
            distances.add(new LiquidationState(
                    asset,
                    price,
                    distance.fall() == null ? null : Double.valueOf(price * distance.fall()),
                    distance.rise() == null ? null : Double.valueOf(price * distance.rise())));
        }
    }

    /** What is owed may be dear though none of it is in the pools. */
    private static void addDistanceOfDebt(
            List<LiquidationState> distances, PortfolioRisk risk, HeldClaim claim, Level level) {
        String debt = claim.aheadAsset();
        boolean hasLadder =
                risk.getLadders().stream().anyMatch(ladder -> ladder.getAsset().equals(debt));
        if (debt != null && !hasLadder && Ladders.moves(debt, level.prices())) {
            double whole = level.figures().money().value();
            addDistance(distances, market -> whole, claim, ClaimFigures.market(claim, level, debt), debt);
        }
    }
}
