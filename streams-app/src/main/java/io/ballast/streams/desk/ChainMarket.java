/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.OptionQuote;
import io.ballast.risk.hedge.strip.OptionQuote.Level;
import io.ballast.risk.hedge.strip.StripMarket;
import io.ballast.risk.option.LogMoneyness;
import io.ballast.risk.option.OptionKind;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.ChainQuote;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.OptionSurface;
import io.ballast.streams.option.SurfaceBoard;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One expiry's options as a market for strips: of the listings of one right and strike that with the cheapest offer, prices
 * turned to dollars at expiry.
 *
 * @param lot  smallest trade in an option, coins
 */
record ChainMarket(OptionSurface surface, StripMarket market, Map<Listing, ChainQuote> listings, double lot) {

    /** An option whatever the venue. */
    record Listing(OptionKind kind, double strike) {

        static Listing of(ChainQuote quote) {
            return new Listing(
                    quote.getRight() == CallOrPut.CALL ? OptionKind.CALL : OptionKind.PUT, quote.getStrike());
        }
    }

    /** Of the options nearest to the forward, as many as are looked at; only for a chain that has a smile. */
    static ChainMarket of(OptionChain chain, StripPolicy policy) {
        OptionSurface surface = chain.getSurface();
        Map<Listing, ChainQuote> listings = new HashMap<>();
        chain.getQuotes().stream()
                .sorted(Comparator.comparingDouble(quote -> distance(quote, surface.getForward())))
                .forEach(quote -> {
                    if (listings.size() < policy.mostOptions() || listings.containsKey(Listing.of(quote))) {
                        listings.merge(Listing.of(quote), quote, (one, two) -> cheaper(one, two, surface));
                    }
                });
        List<OptionQuote> quotes = listings.entrySet().stream()
                .map(entry -> quote(entry.getKey(), entry.getValue(), surface, policy))
                .sorted(Comparator.comparingDouble(OptionQuote::strike).thenComparing(OptionQuote::kind))
                .toList();
        double lot = listings.values().stream()
                .mapToDouble(ChainQuote::getContractSize)
                .max()
                .orElse(1);
        return new ChainMarket(
                surface,
                new StripMarket(quotes, SurfaceBoard.smile(surface), surface.getIndexPrice()),
                Map.copyOf(listings),
                lot);
    }

    static boolean hasSmile(OptionChain chain) {
        return chain.getSurface().getAtmVolatility() != null;
    }

    private static double distance(ChainQuote quote, double forward) {
        return Math.abs(LogMoneyness.of(quote.getStrike(), forward));
    }

    private static ChainQuote cheaper(ChainQuote one, ChainQuote other, OptionSurface surface) {
        Comparator<ChainQuote> order = Comparator.comparingDouble((ChainQuote quote) -> quote.getAskPrice() == null
                        ? Double.POSITIVE_INFINITY
                        : coins(quote, quote.getAskPrice(), surface))
                .thenComparing(ChainQuote::getInstrumentId);
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** Dollars now are turned into coins at the index. */
    private static double coins(ChainQuote quote, double price, OptionSurface surface) {
        return quote.getSettlement() == OptionSettlement.LINEAR ? price / surface.getIndexPrice() : price;
    }

    private static OptionQuote quote(Listing listing, ChainQuote quote, OptionSurface surface, StripPolicy policy) {
        return OptionQuote.fromCoins(
                listing.kind(),
                listing.strike(),
                level(quote, quote.getBidPrice(), quote.getBidSize(), surface, policy),
                level(quote, quote.getAskPrice(), quote.getAskSize(), surface, policy),
                surface.getForward(),
                policy.fee());
    }

    private static Level level(
            ChainQuote quote, Double price, Double contracts, OptionSurface surface, StripPolicy policy) {
        if (price == null) {
            return null;
        }
        double size = contracts == null ? Double.POSITIVE_INFINITY : contracts * quote.getContractSize();
        return new Level(coins(quote, price, surface), Math.min(size, policy.mostCoins()));
    }
}
