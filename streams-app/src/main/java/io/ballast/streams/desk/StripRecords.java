/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.Coverage;
import io.ballast.risk.hedge.strip.ExpiryRule;
import io.ballast.risk.hedge.strip.PinRisk;
import io.ballast.risk.hedge.strip.StripHedge;
import io.ballast.risk.hedge.strip.StripPortfolio;
import io.ballast.risk.hedge.strip.StripReason;
import io.ballast.risk.option.OptionKind;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.ChainQuote;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PoolLeftOut;
import io.ballast.schema.Strip;
import io.ballast.schema.StripExpiryState;
import io.ballast.schema.StripFigure;
import io.ballast.schema.StripMode;
import io.ballast.schema.StripOption;
import io.ballast.schema.StripPayoff;
import io.ballast.schema.StripPosition;
import io.ballast.schema.StripRecommendation;
import io.ballast.schema.StripStatement;
import io.ballast.schema.StripTrigger;
import io.ballast.schema.VegaOfTenor;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Writes a strip as a record of the contract. */
final class StripRecords {

    private final String portfolio;
    private final StripPolicy policy;
    private final ChainMarket market;
    private final ExpiryHeld held;
    private final List<Holding> covered;
    private final List<Holding> leftOut;

    StripRecords(
            String portfolio,
            StripPolicy policy,
            ChainMarket market,
            ExpiryHeld held,
            List<Holding> covered,
            List<Holding> leftOut) {
        this.portfolio = portfolio;
        this.policy = policy;
        this.market = market;
        this.held = held;
        this.covered = covered;
        this.leftOut = leftOut;
    }

    /** Key of a recommendation: {@code desk-a/eth|ETH|2024-01-26T08:00:00Z}. */
    static String key(String portfolio, String chainKey) {
        return portfolio + "|" + chainKey;
    }

    StripRecommendation record(StripHedge hedge, Optional<StripPortfolio> chord, StripTrigger trigger) {
        OptionSurface surface = market.surface();
        StripRecommendation record = StripRecommendation.newBuilder()
                .setPortfolio(portfolio)
                .setUnderlying(surface.getUnderlying())
                .setExpiry(surface.getExpiry())
                .setYearsToExpiry(surface.getYearsToExpiry())
                .setMode(policy.budget() > 0 ? StripMode.BEST_FOR_PREMIUM : StripMode.CHEAPEST_COVER)
                .setBudget(policy.budget() > 0 ? policy.budget() : null)
                .setBudgetSpent(policy.budget() > 0 ? held.paid() : null)
                .setPositions(positions(hedge.portfolio()))
                .setStrip(strip(hedge.portfolio(), hedge.forwardCost()))
                .setChord(chord.map(found -> strip(found, Math.abs(found.forwardCoins()) * forwardCost()))
                        .orElse(null))
                .setPremiumNow(hedge.premiumNow())
                .setForwardCost(hedge.forwardCost())
                .setWorstExcess(hedge.coverage().worstExcess())
                .setWorstExcessPrice(hedge.coverage().worstExcessPrice())
                .setDelta(hedge.greeks().delta())
                .setGamma(hedge.greeks().gamma())
                .setThetaPerDay(hedge.greeks().thetaPerDay())
                .setVegaByTenor(hedge.vegaByTenor().entrySet().stream()
                        .map(entry -> new VegaOfTenor(entry.getKey(), entry.getValue()))
                        .toList())
                .setPayoffs(payoffs(hedge))
                .setStatements(statements(hedge))
                .setSentence(sentence(hedge, surface))
                .setPools(covered.stream().map(Holding::poolId).distinct().toList())
                .setLeftOut(leftOut.stream().map(StripRecords::leftOut).toList())
                .setTrigger(trigger)
                .setForward(surface.getForward())
                .setIndexPrice(surface.getIndexPrice())
                .setAtmVolatility(surface.getAtmVolatility())
                .setEventTime(surface.getEventTime())
                .setSimulated(surface.getSimulated() || covered.stream().anyMatch(Holding::simulated))
                .setSurfaceFlags(surface.getFlags())
                .build();
        setResidual(record, hedge.coverage());
        setExpiry(record, hedge.portfolio());
        return record;
    }

    private String sentence(StripHedge hedge, OptionSurface surface) {
        String left = leftOut.isEmpty()
                ? ""
                : " Not covered are holdings of " + leftOut.size() + " pools whose curves are not told.";
        return covered.isEmpty() ? left.strip() : new StripSentence(hedge, surface).text() + left;
    }

    static PoolLeftOut leftOut(Holding holding) {
        return new PoolLeftOut(holding.poolId(), holding.portfolio(), "its curve is not told: " + holding.state());
    }

    private double forwardCost() {
        return policy.forwardCost() * market.market().forward();
    }

    private Strip strip(StripPortfolio found, double forwardCost) {
        return new Strip(
                found.legs().stream()
                        .map(leg -> option(leg.option().kind(), leg.option().strike(), leg.quantity(), leg.price()))
                        .sorted(Comparator.comparing((StripOption option) -> option.getRight() == CallOrPut.CALL)
                                .thenComparing(StripOption::getStrike))
                        .toList(),
                found.forwardCoins(),
                found.cash(),
                found.premium(),
                found.premium() + forwardCost + found.cash());
    }

    /** Every option that is held or traded. */
    private static List<StripPosition> positions(StripPortfolio found) {
        TreeMap<ChainMarket.Listing, StripPosition> positions =
                new TreeMap<>(Comparator.comparing(ChainMarket.Listing::kind, Comparator.reverseOrder())
                        .thenComparing(ChainMarket.Listing::strike));
        found.held()
                .options()
                .forEach(one -> positions.put(
                        new ChainMarket.Listing(one.kind(), one.strike()),
                        new StripPosition(right(one.kind()), one.strike(), one.coins(), one.coins(), 0.0)));
        found.legs().forEach(leg -> {
            OptionKind kind = leg.option().kind();
            double strike = leg.option().strike();
            double before = found.held().coins(kind, strike);
            positions.put(
                    new ChainMarket.Listing(kind, strike),
                    new StripPosition(right(kind), strike, before, before + leg.quantity(), leg.quantity()));
        });
        return List.copyOf(positions.values());
    }

    private static CallOrPut right(OptionKind kind) {
        return kind == OptionKind.CALL ? CallOrPut.CALL : CallOrPut.PUT;
    }

    private StripOption option(OptionKind kind, double strike, double coins, double price) {
        ChainQuote listing = market.listings().get(new ChainMarket.Listing(kind, strike));
        return new StripOption(
                listing.getInstrumentId(),
                listing.getRight(),
                strike,
                coins,
                coins / listing.getContractSize(),
                price,
                coins * price);
    }

    private static List<StripPayoff> payoffs(StripHedge hedge) {
        return hedge.payoffs().stream()
                .map(point -> new StripPayoff(point.price(), point.loss(), point.payoff(), point.afterCost()))
                .toList();
    }

    private static List<StripStatement> statements(StripHedge hedge) {
        return hedge.reasons().stream()
                .map(reason -> new StripStatement(reason.code().name(), figures(reason)))
                .toList();
    }

    private static List<StripFigure> figures(StripReason reason) {
        return reason.figures().entrySet().stream()
                .map(figure -> new StripFigure(figure.getKey(), figure.getValue()))
                .toList();
    }

    private static void setResidual(StripRecommendation record, Coverage coverage) {
        if (Double.isFinite(coverage.worstShortfall())) {
            record.setWorstResidual(coverage.worstShortfall());
            record.setWorstResidualPrice(coverage.worstShortfallPrice());
        }
    }

    private void setExpiry(StripRecommendation record, StripPortfolio strip) {
        Instant now = market.surface().getEventTime();
        Duration left = Duration.between(now, market.surface().getExpiry());
        double forward = market.market().forward();
        double volatility = market.surface().getAtmVolatility();
        Optional<Double> nearest = DoubleStream.of(strip.kinks())
                .boxed()
                .min(Comparator.comparingDouble(strike -> Math.abs(Math.log(strike / forward))));
        ExpiryRule.State state = policy.expiryRule().state(left, forward, nearest.orElse(forward * 1e6), volatility);
        record.setExpiryState(StripExpiryState.valueOf(state.name()));
        nearest.ifPresent(strike -> record.setPinDistance(PinRisk.distanceInDeviations(
                forward, strike, volatility, market.surface().getYearsToExpiry())));
    }
}
