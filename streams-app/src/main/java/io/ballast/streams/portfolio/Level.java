/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.AssetFigures;
import io.ballast.risk.portfolio.HedgeHolding;
import io.ballast.risk.portfolio.Numeraire;
import io.ballast.risk.portfolio.PoolPart;
import io.ballast.risk.portfolio.RollUp;
import io.ballast.risk.portfolio.RollUpFigures;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.PortfolioPart;
import io.ballast.streams.option.SurfaceBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A portfolio with all below it, at one moment: its parts, hedges and prices, and what they sum to.
 *
 * @param path  of the portfolio
 * @param policy  its own; null: it has none
 * @param claims  on it and on those below it
 * @param books  itself and those below it
 * @param parts  of pools, as they are summed
 * @param time  latest event time of anything in here
 * @param figures  exposure by asset and money; no prices in it where the numeraire has none
 */
record Level(
        String path,
        Policy policy,
        List<HeldClaim> claims,
        Collection<PortfolioBook> books,
        AssetPrices prices,
        LevelPools pools,
        LevelHedges hedges,
        List<PoolPart> parts,
        List<HedgeHolding> holdings,
        Instant time,
        Numeraire numeraire,
        RollUpFigures figures,
        boolean hasNumeraire) {

    /**
     * Sums up what is known now.
     *
     * @param prices  for the parts of these books
     * @param finality  event time after which a block counts as final
     */
    static Level of(
            String path,
            Policy policy,
            List<HeldClaim> claims,
            Collection<PortfolioBook> books,
            AssetPrices prices,
            Listings listings,
            SurfaceBoard surfaces,
            Duration finality) {
        LevelPools pools = new LevelPools(prices.parts());
        LevelHedges hedges = new LevelHedges(books, prices, listings.marks(), surfaces);
        List<HedgeHolding> holdings = hedges.holdings();
        Optional<Numeraire> known = prices.numeraire(assets(pools, holdings));
        // Nothing of this unit is used: without a numeraire no figure of money is published.
        Numeraire numeraire = known.orElse(Numeraire.usd(Map.of()));
        Instant time = time(policy, claims, books, prices, hedges);
        List<PoolPart> parts = pools.parts(time, finality);
        RollUpFigures figures = RollUp.of(parts, holdings, numeraire);
        return new Level(
                path,
                policy,
                claims,
                books,
                prices,
                pools,
                hedges,
                parts,
                holdings,
                time,
                numeraire,
                figures,
                known.isPresent());
    }

    /** Whether there is nothing to tell of: no pool, hedge or policy. */
    boolean isEmpty() {
        return policy == null && books.stream().allMatch(book -> book.parts().isEmpty() && !book.hasHedges());
    }

    /** Whether sums of money over the pools are whole. */
    boolean hasMoney() {
        return hasNumeraire && pools.areAllMeasured() && figures.money() != null;
    }

    /** Exposure by asset, priced only where there is a numeraire. */
    SortedMap<String, AssetFigures> assets() {
        if (hasNumeraire) {
            return figures.assets();
        }
        SortedMap<String, AssetFigures> bare = new TreeMap<>();
        figures.assets()
                .forEach((name, of) -> bare.put(
                        name,
                        new AssetFigures(
                                name, of.pools(), of.hedges(), of.hodl(), of.net(), of.gross(), null, null, null)));
        return bare;
    }

    /** Assets without a price, the numeraire among them. */
    List<String> unpriced() {
        Set<String> missing = new HashSet<>(figures.unpriced());
        if (!hasNumeraire) {
            missing.removeIf(asset -> prices.usd(asset).isPresent());
            missing.add(prices.conventions().numeraire());
        }
        return missing.stream().sorted().toList();
    }

    /** Latest event time of the parts; null: there are none. */
    Instant poolTime() {
        return poolTime(books);
    }

    private static Instant poolTime(Collection<PortfolioBook> books) {
        return latest(books.stream()
                .flatMap(book -> book.parts().stream())
                .map(PortfolioPart::getEventTime)
                .toList());
    }

    /** Latest event time of hedge events; null: there was none. */
    Instant hedgeTime() {
        return hedgeTime(books);
    }

    private static Instant hedgeTime(Collection<PortfolioBook> books) {
        return latest(books.stream()
                .map(PortfolioBook::hedgeTime)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Event times of the prices used. */
    List<Instant> priceTimes() {
        return priceTimes(prices);
    }

    private static List<Instant> priceTimes(AssetPrices prices) {
        return prices.used().values().stream()
                .map(AssetPrice::time)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Instant time(
            Policy policy,
            List<HeldClaim> claims,
            Collection<PortfolioBook> books,
            AssetPrices prices,
            LevelHedges hedges) {
        List<Instant> times = new ArrayList<>(priceTimes(prices));
        times.add(poolTime(books));
        times.add(hedgeTime(books));
        hedges.options().surfaces().forEach(surface -> times.add(surface.getEventTime()));
        claims.forEach(claim -> times.add(claim.record().getEventTime()));
        times.add(policy == null ? null : policy.eventTime());
        times.removeIf(Objects::isNull);
        Instant latest = latest(times);
        return latest == null ? Instant.EPOCH : latest;
    }

    boolean isSimulated() {
        return books.stream().anyMatch(PortfolioBook::isSimulated)
                || pools.held().stream().anyMatch(part -> part.record().getSimulated())
                || prices.used().values().stream().anyMatch(AssetPrice::simulated)
                || hedges.options().surfaces().stream().anyMatch(OptionSurface::getSimulated)
                || claims.stream().anyMatch(claim -> claim.record().getSimulated())
                || policy != null && policy.simulated();
    }

    static Instant latest(Collection<Instant> times) {
        return times.stream().max(Instant::compareTo).orElse(null);
    }

    private static Set<String> assets(LevelPools pools, List<HedgeHolding> holdings) {
        Set<String> assets = new HashSet<>();
        pools.measured().forEach(part -> {
            assets.add(part.asset0());
            assets.add(part.asset1());
        });
        holdings.forEach(holding -> assets.add(holding.asset()));
        return assets;
    }
}
