/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.portfolio.Grouping;
import io.ballast.risk.portfolio.Limit;
import io.ballast.risk.portfolio.LimitUse;
import io.ballast.risk.portfolio.MoneyFigures;
import io.ballast.schema.AssetExposure;
import io.ballast.schema.LimitState;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioReason;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.record.HedgeEventAdapter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes the figures of a portfolio as a record of the contract. */
final class RiskRecords {

    private final Listings listings;
    private final RiskFlags flags;
    private final FlaggedValues flagged;
    private final InputAges inputs;
    private final GroupExposures groups;
    private final HedgeImpact impact;
    private final List<Double> ladderShifts;

    RiskRecords(Listings listings, RiskFlags flags, DeskSettings settings) {
        this.listings = listings;
        this.flags = flags;
        flagged = new FlaggedValues(flags);
        inputs = new InputAges(listings);
        impact = new HedgeImpact(listings);
        groups = new GroupExposures(settings.mostPools());
        ladderShifts = settings.ladderShifts();
    }

    /**
     * What decides whether it is published: all but ladders, groups and results by day, which take long.
     *
     * @param waiting  hedge events that wait for their instrument
     */
    PortfolioRisk risk(Level level, long waiting, PortfolioReason reason) {
        Instant time = level.time();
        long timeMicros = HedgeEventAdapter.micros(time);
        PortfolioRisk risk = PortfolioRisk.newBuilder()
                .setPortfolio(level.path())
                .setNumeraire(level.prices().conventions().numeraire())
                .setPositions(level.pools().positions())
                .setParts(level.pools().held().size())
                .setAssets(level.assets().values().stream()
                        .map(asset -> exposure(asset, level))
                        .toList())
                .setUnpriced(level.unpriced())
                .setLimits(limits(level))
                .setLegs(level.hedges().legs(timeMicros))
                .setMargins(Margins.of(level.books(), listings.marks()))
                .setWaitingEvents(waiting)
                .setEventTime(time)
                .setPoolTime(level.poolTime())
                .setHedgeTime(level.hedgeTime())
                .setPriceTime(
                        level.priceTimes().stream().min(Instant::compareTo).orElse(null))
                .setSimulated(level.isSimulated())
                .setReason(reason)
                .setPartFlags(List.copyOf(level.pools().flags()))
                .setQuality(flagged.of(level))
                .setInputs(inputs.of(level))
                .build();
        setPools(risk, level);
        setHedges(risk, level);
        ClaimFigures.tell(risk, level);
        impact.tell(risk, level);
        risk.setFlags(flags.of(level, waiting));
        return risk;
    }

    /**
     * Adds the rest.
     *
     * @param days  results by day
     */
    void complete(PortfolioRisk risk, Level level, Days days) {
        risk.setVenues(groups.by(Grouping.VENUE, level));
        risk.setChains(groups.by(Grouping.CHAIN, level));
        risk.setPools(groups.byPool(level));
        risk.setAssetGroups(groups.by(Grouping.ASSET, level));
        if (level.hasNumeraire()) {
            risk.setLadders(new Ladders(level.pools(), level.prices(), ladderShifts).of(level.figures()));
            ClaimLadders.tell(risk, level);
        }
        risk.setDays(days.records());
        risk.setAttributionNumeraire(days.numeraire());
        if (!days.areComplete()) {
            List<PortfolioFlag> all = new ArrayList<>(risk.getFlags());
            all.add(PortfolioFlag.ATTRIBUTION_INCOMPLETE);
            risk.setFlags(all);
        }
    }

    private static void setPools(PortfolioRisk risk, Level level) {
        if (!level.hasMoney()) {
            return;
        }
        MoneyFigures money = level.figures().money();
        risk.setValue(money.value());
        risk.setHodlValue(money.hodl());
        risk.setIl(money.il());
        risk.setIlPct(money.hodl() == 0 ? null : Double.valueOf(money.il() / money.hodl()));
        risk.setFees(money.fees());
        risk.setLvr(money.lvr());
        risk.setMarkout(money.markout());
        risk.setValueInRange(money.valueInRange());
        risk.setShareInRange(money.shareInRange());
        risk.setUnfinalisedValue(money.unfinalisedValue());
        risk.setWindows(GroupExposures.windows(money));
    }

    private static void setHedges(PortfolioRisk risk, Level level) {
        if (!level.hasNumeraire()) {
            return;
        }
        LevelHedges hedges = level.hedges();
        risk.setHedgeRealised(hedges.realised());
        risk.setHedgeUnrealised(hedges.unrealised());
        risk.setHedgeFunding(hedges.funding());
        risk.setHedgeCosts(hedges.costs());
        risk.setHedgeEquity(hedges.equity());
    }

    private static AssetExposure exposure(AssetFigures asset, Level level) {
        return AssetExposure.newBuilder()
                .setAsset(asset.asset())
                .setPrice(level.prices().of(asset.asset()))
                .setPriceAgeMs(level.prices()
                        .usd(asset.asset())
                        .map(AssetPrice::time)
                        .map(time -> InputAges.ms(time, level.time()))
                        .orElse(null))
                .setPools(asset.pools())
                .setHodl(asset.hodl())
                .setHedges(asset.hedges())
                .setNet(asset.net())
                .setGross(asset.gross())
                .setNetValue(asset.netValue())
                .setGammaCash(asset.gammaCash())
                .build();
    }

    private static List<LimitState> limits(Level level) {
        List<Limit> limits = level.policy() == null ? List.of() : level.policy().limits();
        return limits.stream().map(limit -> limit(limit, level)).toList();
    }

    /** Sums that are not whole are not known, and neither is how much of a limit they use. */
    private static LimitState limit(Limit limit, Level level) {
        boolean isKnown = level.hasNumeraire() && level.pools().areAllMeasured();
        LimitUse use = isKnown ? limit.use(level.figures()) : new LimitUse(limit, null, null);
        return LimitState.newBuilder()
                .setFigure(limit.figure().name())
                .setAsset(limit.asset())
                .setMaximum(limit.maximum())
                .setValue(use.value())
                .setUse(use.use())
                .setBreached(use.isBreached())
                .build();
    }
}
