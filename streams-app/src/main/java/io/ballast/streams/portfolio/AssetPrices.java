/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.Numeraire;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.ReferencePrice;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Prices of assets as some conventions have them: at par, by the newest tick of the reference instrument, or, where none is
 * named, by what the pools themselves say: the pool's price and that of its other token, or its USD price. A reference that is
 * named and has no tick is missing, and nothing stands in for it. For one evaluation.
 */
final class AssetPrices {

    private final Conventions conventions;
    private final PriceBoard board;
    private final Collection<NamedPart> parts;
    private final Map<String, Optional<AssetPrice>> known = new HashMap<>();
    private final Set<String> instruments = new HashSet<>();

    /** @param parts  pools that may say a price */
    AssetPrices(Conventions conventions, PriceBoard board, Collection<NamedPart> parts) {
        this.conventions = conventions;
        this.board = board;
        this.parts = parts;
    }

    Conventions conventions() {
        return conventions;
    }

    /** Pools that may say a price. */
    Collection<NamedPart> parts() {
        return parts;
    }

    /** Empty: not known. */
    Optional<AssetPrice> usd(String asset) {
        Optional<AssetPrice> price = known.get(asset);
        if (price == null) {
            price = Optional.ofNullable(find(asset));
            known.put(asset, price);
        }
        return price;
    }

    /** Units of the numeraire for one of an asset; null: not known. */
    Double of(String asset) {
        if (asset.equals(conventions.numeraire())) {
            return usd(asset).map(price -> 1.0).orElse(null);
        }
        Optional<AssetPrice> unit = usd(conventions.numeraire());
        return unit.flatMap(one -> usd(asset).map(price -> price.usd() / one.usd()))
                .orElse(null);
    }

    /** For sums; empty when the numeraire has no price. */
    Optional<Numeraire> numeraire(Collection<String> assets) {
        if (usd(conventions.numeraire()).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> prices = new HashMap<>();
        usd(conventions.numeraire()).ifPresent(price -> prices.put(conventions.numeraire(), price.usd()));
        assets.forEach(asset -> usd(asset).ifPresent(price -> prices.put(asset, price.usd())));
        return Optional.of(new Numeraire(conventions.numeraire(), prices));
    }

    /** Price instruments that were asked for, whether they had a price or not. */
    Set<String> instruments() {
        return instruments;
    }

    /** Prices that were asked for and found, by asset. */
    Map<String, AssetPrice> used() {
        Map<String, AssetPrice> used = new HashMap<>();
        known.forEach((asset, price) -> price.ifPresent(found -> used.put(asset, found)));
        return used;
    }

    private AssetPrice find(String asset) {
        return isAnchored(asset) ? anchor(asset) : ofPools(asset);
    }

    /** Whether the desk has said where the price comes from. */
    private boolean isAnchored(String asset) {
        return asset.equals(Conventions.USD)
                || conventions.atPar().contains(asset)
                || conventions.references().containsKey(asset);
    }

    private AssetPrice anchor(String asset) {
        if (asset.equals(Conventions.USD)) {
            return AssetPrice.DOLLAR;
        }
        return conventions.atPar().contains(asset)
                ? AssetPrice.PAR
                : ofMarket(conventions.references().get(asset));
    }

    private AssetPrice ofMarket(String instrument) {
        instruments.add(instrument);
        ReferencePrice price = board.of(instrument);
        return price == null ? null : new AssetPrice(price.getPrice(), observed(price), null, price.getSimulated());
    }

    /** A merged price may be held for a while that nobody has confirmed since. */
    private static Instant observed(ReferencePrice price) {
        return price.getObservedTime() == null ? price.getEventTime() : price.getObservedTime();
    }

    /** The newest pool that has the asset; of those of one time the first by id. */
    private AssetPrice ofPools(String asset) {
        AssetPrice best = null;
        String bestPool = null;
        for (NamedPart part : parts) {
            AssetPrice price = ofPool(asset, part);
            if (price != null && (best == null || isBetter(part.record(), price.time(), bestPool, best.time()))) {
                best = price;
                bestPool = part.record().getPoolId();
            }
        }
        return best;
    }

    private static boolean isBetter(PortfolioPart part, Instant time, String bestPool, Instant best) {
        int later = time.compareTo(best);
        return later > 0 || later == 0 && part.getPoolId().compareTo(bestPool) < 0;
    }

    /** What a pool says of one of its tokens; null: nothing. */
    private AssetPrice ofPool(String asset, NamedPart named) {
        PortfolioPart part = named.record();
        boolean is0 = asset.equals(named.asset0());
        boolean is1 = asset.equals(named.asset1());
        Double usd1 = is0 || is1 ? usdPerToken1(named) : null;
        if (usd1 == null || is0 && part.getPrice() == null) {
            return null;
        }
        double usd = is1 ? usd1 : usd1 * part.getPrice();
        boolean isPrice = usd > 0 && Double.isFinite(usd);
        return isPrice
                ? new AssetPrice(usd, part.getEventTime(), PortfolioFlag.PRICE_OF_POOL, part.getSimulated())
                : null;
    }

    /** By the other token, if the desk has said where its price comes from; else as the pool's book has it. */
    private Double usdPerToken1(NamedPart named) {
        PortfolioPart part = named.record();
        if (isAnchored(named.asset1())) {
            return usd(named.asset1()).map(AssetPrice::usd).orElse(null);
        } else if (isAnchored(named.asset0()) && part.getPrice() != null) {
            return usd(named.asset0())
                    .map(price -> price.usd() / part.getPrice())
                    .orElse(null);
        }
        return part.getUsdPerToken1();
    }
}
