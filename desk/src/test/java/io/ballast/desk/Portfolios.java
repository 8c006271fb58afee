/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.AssetExposure;
import io.ballast.schema.AssetLadder;
import io.ballast.schema.AssetShock;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.HedgeTrade;
import io.ballast.schema.PerpetualAdvice;
import io.ballast.schema.PortfolioReason;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.TargetMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Portfolios and advice for tests. */
public final class Portfolios {
    private Portfolios() {}

    public static PortfolioRisk portfolio(String path, double value) {
        PortfolioRisk risk = new PortfolioRisk();
        risk.setPortfolio(path);
        risk.setNumeraire("USD");
        risk.setPositions(3);
        risk.setParts(2);
        risk.setValue(value);
        risk.setHodlValue(value + 50);
        risk.setIl(-50.0);
        risk.setIlPct(-50 / (value + 50));
        risk.setFees(12.0);
        risk.setAssets(List.of(exposure("ETH", 3_000, 7.5)));
        risk.setUnpriced(new ArrayList<>());
        risk.setVenues(new ArrayList<>());
        risk.setChains(new ArrayList<>());
        risk.setLimits(new ArrayList<>());
        risk.setLadders(List.of(ladder("ETH")));
        risk.setDays(new ArrayList<>());
        risk.setAttributionNumeraire("USD");
        risk.setLegs(new ArrayList<>());
        risk.setMargins(new ArrayList<>());
        risk.setEventTime(Samples.TIME);
        risk.setSimulated(true);
        risk.setReason(PortfolioReason.POOLS);
        risk.setFlags(new ArrayList<>());
        risk.setPartFlags(new ArrayList<>());
        return risk;
    }

    /** With nothing but exposure to these. */
    public static PortfolioRisk inCoins(String path, String... coins) {
        PortfolioRisk risk = portfolio(path, 1_000);
        risk.setAssets(
                Arrays.stream(coins).map(coin -> exposure(coin, 3_000, 7.5)).toList());
        risk.setLadders(Arrays.stream(coins).map(Portfolios::ladder).toList());
        return risk;
    }

    private static AssetExposure exposure(String asset, double price, double units) {
        AssetExposure exposure = new AssetExposure();
        exposure.setAsset(asset);
        exposure.setPrice(price);
        exposure.setPools(units);
        exposure.setNet(units);
        exposure.setGross(units);
        exposure.setNetValue(units * price);
        return exposure;
    }

    private static AssetLadder ladder(String asset) {
        List<AssetShock> points = new ArrayList<>();
        for (double shift : new double[] {-0.1, 0, 0.1}) {
            AssetShock point = new AssetShock();
            point.setShift(shift);
            point.setResult(shift * 1000);
            points.add(point);
        }
        AssetLadder ladder = new AssetLadder();
        ladder.setAsset(asset);
        ladder.setPoints(points);
        return ladder;
    }

    /** Sell two contracts of a perpetual. */
    public static HedgeRecommendation advice(String portfolio) {
        PerpetualAdvice perpetual = new PerpetualAdvice();
        perpetual.setAction(AdviceAction.TRADE);
        perpetual.setMode(TargetMode.DELTA_NEUTRAL);
        perpetual.setInPools(7.5);
        perpetual.setHeld(-5.5);
        perpetual.setTarget(-7.5);
        perpetual.setGap(-2.0);
        perpetual.setBand(0.5);
        perpetual.setBandKind(BandKind.FIXED);
        perpetual.setCost(3.2);
        HedgeTrade trade = new HedgeTrade();
        trade.setInstrumentId("perp:ETHUSDC");
        trade.setContracts("-2");
        trade.setCoins(-2);
        trade.setCost(3.2);
        perpetual.setTrades(List.of(trade));
        HedgeRecommendation advice = new HedgeRecommendation();
        advice.setPortfolio(portfolio);
        advice.setAsset("ETH");
        advice.setPerpetual(perpetual);
        advice.setNumeraire("USD");
        advice.setReason("the gap of -2 ETH is outside the band of 0.5");
        advice.setEventTime(Samples.TIME);
        advice.setSimulated(true);
        return advice;
    }
}
