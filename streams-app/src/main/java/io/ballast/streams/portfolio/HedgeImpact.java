/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.FundingRate;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.InstrumentTerms;
import io.ballast.risk.hedge.InversePerpetual;
import io.ballast.risk.hedge.Perpetual;
import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.scenario.HedgeFeedback;
import io.ballast.risk.scenario.VenueConcentration;
import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.AssetFeedback;
import io.ballast.schema.PortfolioRisk;
import io.ballast.streams.record.HedgeInstrumentAdapter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a portfolio's hedges do to the market and hang on: their own flow against the depth of the market, how much is at one
 * venue, and what funding comes to in a day. What is not known is null.
 */
final class HedgeImpact {

    private static final double PERCENT = 100;

    private final Listings listings;

    HedgeImpact(Listings listings) {
        this.listings = listings;
    }

    void tell(PortfolioRisk risk, Level level) {
        if (!level.hasNumeraire()) {
            return;
        }
        risk.setFeedback(feedback(level));
        risk.setFundingPerDay(fundingPerDay(level));
        concentration(level).ifPresent(of -> {
            risk.setLargestHedgeVenue(of.largest());
            risk.setLargestHedgeShare(of.largestShare());
            risk.setHedgeHerfindahl(of.herfindahl());
        });
    }

    private List<AssetFeedback> feedback(Level level) {
        List<AssetFeedback> feedback = new ArrayList<>();
        for (AssetFigures asset : level.figures().assets().values()) {
            Double price = level.prices().of(asset.asset());
            boolean isKnown = price != null && asset.gammaCash() != null && asset.poolGammaCash() != null;
            if (isKnown && asset.poolGammaCash() != 0 && Ladders.moves(asset.asset(), level.prices())) {
                feedback.add(feedback(level, asset, price));
            }
        }
        return feedback;
    }

    /** Options take over a part of what the pools' gamma would have traded. */
    private AssetFeedback feedback(Level level, AssetFigures asset, double price) {
        boolean isHedged = level.policy() != null
                && level.policy().targets().stream()
                        .anyMatch(rule -> rule.asset().equals(asset.asset()));
        double ratio = isHedged ? Math.max(0, asset.gammaCash() / asset.poolGammaCash()) : 0;
        double gammaCoins = asset.poolGammaCash() * PERCENT / (price * price);
        Double depth = depth(level, asset.asset());
        HedgeFeedback of = depth == null
                ? HedgeFeedback.withoutDepth(gammaCoins, ratio, price)
                : HedgeFeedback.of(gammaCoins, ratio, price, depth);
        return new AssetFeedback(
                asset.asset(),
                ratio,
                of.grossFlowCoins(),
                of.netFlowCoins(),
                depth,
                of.grossPhi(),
                of.netPhi(),
                of.amplification());
    }

    /** Of the instruments that the policy allows, as their listings tell it; null: none does. */
    private Double depth(Level level, String asset) {
        if (level.policy() == null) {
            return null;
        }
        ExactSum sum = ExactSum.ZERO;
        boolean isKnown = false;
        for (VenueRule rule : level.policy().venues()) {
            Listing listing = listings.of(HedgeInstrumentAdapter.key(rule.instrumentId()));
            if (listing != null
                    && listing.record().getDepthCoins() != null
                    && listing.isOn(asset, level.prices().conventions())) {
                sum = sum.plus(listing.record().getDepthCoins());
                isKnown = true;
            }
        }
        return isKnown ? Double.valueOf(sum.toDouble()) : null;
    }

    /** By the notional of open contracts; empty: nothing is open, or a price is missing. */
    private static Optional<VenueConcentration> concentration(Level level) {
        Map<String, Double> notionals = new TreeMap<>();
        for (PortfolioBook book : level.books()) {
            for (HedgeLeg leg : book.hedges().openLegs()) {
                Double notional = notional(leg, level);
                if (notional == null) {
                    return Optional.empty();
                }
                notionals.merge(leg.instrument().key().venue(), Math.abs(notional), Double::sum);
            }
        }
        return VenueConcentration.of(notionals);
    }

    /** In the numeraire; null: a price is missing. */
    private static Double notional(HedgeLeg leg, Level level) {
        InstrumentTerms terms = leg.instrument().terms();
        String unit = leg.instrument() instanceof InversePerpetual ? terms.quote() : terms.base();
        Double price = level.prices().of(level.prices().conventions().asset(unit));
        return price == null
                ? null
                : Double.valueOf(leg.contracts().multiply(terms.multiplier()).doubleValue() * price);
    }

    /** At the newest rate of each open perpetual and its present mark; null: one is not known. */
    private Double fundingPerDay(Level level) {
        ExactSum sum = ExactSum.ZERO;
        for (PortfolioBook book : level.books()) {
            for (HedgeLeg leg : book.hedges().openLegs()) {
                if (leg.instrument() instanceof Perpetual perpetual) {
                    Double amount = fundingPerDay(book, leg, perpetual, level);
                    if (amount == null) {
                        return null;
                    }
                    sum = sum.plus(amount);
                }
            }
        }
        return sum.toDouble();
    }

    private Double fundingPerDay(PortfolioBook book, HedgeLeg leg, Perpetual perpetual, Level level) {
        FundingRate rate =
                book.hedges().newestFundingRate(leg.instrument().key()).orElse(null);
        BigDecimal mark = listings.marks().of(leg.instrument().key());
        String settlement =
                level.prices().conventions().asset(leg.instrument().terms().settlement());
        Double price = level.prices().of(settlement);
        return rate == null || mark == null || price == null
                ? null
                : Double.valueOf(
                        perpetual.funding(leg.contracts(), mark, rate.rate()).doubleValue()
                                * rate.interval().perDay()
                                * price);
    }
}
