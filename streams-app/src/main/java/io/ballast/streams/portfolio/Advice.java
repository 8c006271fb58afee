/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.advice.HedgeAdvice;
import io.ballast.risk.hedge.advice.HedgeAdvisor;
import io.ballast.risk.hedge.advice.HedgeNeed;
import io.ballast.risk.hedge.advice.HedgeSentence;
import io.ballast.risk.hedge.advice.HedgeVenue;
import io.ballast.risk.hedge.advice.NoTradeBand;
import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.schema.AdviceAction;
import io.ballast.schema.BandKind;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.HedgeTrade;
import io.ballast.schema.PerpetualAdvice;
import java.util.List;

/** Advises what to trade of one asset of a portfolio that has a policy. */
final class Advice {

    private static final double PERCENT = 100;

    private final Venues venues;

    Advice(Listings listings) {
        this.venues = new Venues(listings);
    }

    /** Key of an advice. */
    static String key(String portfolio, String asset) {
        return portfolio + '|' + asset;
    }

    /** What to do now. */
    HedgeRecommendation of(Level level, TargetRule rule) {
        String obstacle = obstacle(level, rule);
        if (obstacle != null) {
            return record(level, rule, obstacle, blocked(rule));
        }
        List<HedgeVenue> allowed = venues.of(level, rule.asset());
        if (allowed.isEmpty()) {
            return record(
                    level,
                    rule,
                    "No venue that the policy allows trades " + rule.asset()
                            + " by an instrument that is listed and has a price.",
                    blocked(rule));
        }
        HedgeAdvice advice;
        try {
            advice = new HedgeAdvisor(rule.target(), band(rule, allowed), allowed).advise(need(level, rule.asset()));
        } catch (IllegalArgumentException senseless) {
            return record(level, rule, "Nothing can be advised: " + senseless.getMessage() + ".", blocked(rule));
        }
        return record(
                level,
                rule,
                HedgeSentence.of(advice) + venues.unknownFees(level, rule.asset()),
                perpetual(rule, advice));
    }

    /** Why nothing can be said; null: it can. */
    private static String obstacle(Level level, TargetRule rule) {
        if (!level.pools().areAllMeasured()) {
            return "Figures of a pool are missing: what is to be hedged is not known.";
        } else if (level.prices().of(rule.asset()) == null) {
            return "No price of " + rule.asset() + " is known.";
        } else if (level.hedges().options().lacksDelta(level.time())) {
            return "Options are open of whose expiry no surface is known, so neither is their delta.";
        } else if (rule.bandKind() != BandKind.FIXED
                && level.figures().assets().containsKey(rule.asset())
                && level.assets().get(rule.asset()).gammaCash() == null) {
            return "Prices are missing that the gamma of " + rule.asset() + " needs: "
                    + String.join(", ", level.unpriced()) + ".";
        }
        return null;
    }

    private static HedgeNeed need(Level level, String asset) {
        double price = level.prices().of(asset);
        AssetFigures figures = level.figures().assets().get(asset);
        if (figures == null) {
            return new HedgeNeed(asset, 0, 0, 0, 0, price);
        }
        // Not known is no obstacle to a fixed band, which does not look at it.
        double gamma = figures.gammaCash() == null ? 0 : figures.gammaCash() * PERCENT / (price * price);
        return new HedgeNeed(asset, figures.pools(), figures.hodl(), figures.hedges(), gamma, price);
    }

    private static NoTradeBand band(TargetRule rule, List<HedgeVenue> allowed) {
        if (rule.bandKind() == BandKind.FIXED) {
            return new NoTradeBand.Fixed(rule.bandCoins());
        }
        double cheapest =
                allowed.stream().mapToDouble(HedgeVenue::costRate).min().orElseThrow();
        return new NoTradeBand.WhalleyWilmott(
                rule.costRate() == null ? cheapest : rule.costRate(), rule.riskAversion());
    }

    private static HedgeRecommendation record(Level level, TargetRule rule, String reason, PerpetualAdvice advice) {
        return HedgeRecommendation.newBuilder()
                .setPortfolio(level.path())
                .setAsset(rule.asset())
                .setPerpetual(advice)
                .setNumeraire(level.prices().conventions().numeraire())
                .setReason(reason)
                .setEventTime(level.time())
                .setSimulated(level.isSimulated())
                .build();
    }

    private static PerpetualAdvice blocked(TargetRule rule) {
        return PerpetualAdvice.newBuilder()
                .setAction(AdviceAction.BLOCKED)
                .setMode(rule.mode())
                .setTheta(rule.target().theta())
                .setBandKind(rule.bandKind())
                .build();
    }

    private static PerpetualAdvice perpetual(TargetRule rule, HedgeAdvice advice) {
        return PerpetualAdvice.newBuilder(blocked(rule))
                .setAction(action(advice))
                .setInPools(advice.need().inPools())
                .setHodl(advice.need().hodl())
                .setHeld(advice.need().held())
                .setTarget(advice.target())
                .setGap(advice.gap())
                .setBand(advice.band())
                .setGamma(
                        rule.bandKind() == BandKind.FIXED
                                ? null
                                : Double.valueOf(advice.need().gamma()))
                .setPrice(advice.need().price())
                .setTrades(advice.trades().stream()
                        .map(trade -> new HedgeTrade(
                                trade.instrument().toString(),
                                trade.contracts().stripTrailingZeros().toPlainString(),
                                trade.coins(),
                                trade.cost()))
                        .toList())
                .setCost(advice.cost())
                .setResidual(advice.residual())
                .build();
    }

    private static AdviceAction action(HedgeAdvice advice) {
        if (advice.isInBand()) {
            return AdviceAction.HOLD;
        }
        return advice.trades().isEmpty() ? AdviceAction.BLOCKED : AdviceAction.TRADE;
    }
}
