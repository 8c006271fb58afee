/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The exchanges that we know; one that has several markets behind different addresses is there several times. */
public enum Venue {
    COINBASE("coinbase", "wss://ws-feed.exchange.coinbase.com", CoinbaseAdapter::new),
    BINANCE_SPOT("binance-spot", "wss://stream.binance.com:9443/stream", BinanceSpotAdapter::new),
    BINANCE_USDM("binance-usdm", "wss://fstream.binance.com/stream", BinanceUsdMAdapter::new),
    KRAKEN("kraken", "wss://ws.kraken.com/v2", KrakenAdapter::new),
    DERIBIT("deribit", "wss://www.deribit.com/ws/api/v2", DeribitAdapter::new),
    BYBIT_SPOT("bybit-spot", "wss://stream.bybit.com/v5/public/spot", BybitSpotAdapter::new),
    BYBIT_LINEAR("bybit-linear", "wss://stream.bybit.com/v5/public/linear", BybitLinearAdapter::new),
    BYBIT_OPTION("bybit-option", "wss://stream.bybit.com/v5/public/option", BybitOptionAdapter::new),
    HYPERLIQUID("hyperliquid", "wss://api.hyperliquid.xyz/ws", HyperliquidAdapter::new);

    private final String label;
    private final URI address;
    private final Function<VenuePlan, VenueAdapter> adapter;

    Venue(String label, String address, Function<VenuePlan, VenueAdapter> adapter) {
        this.label = label;
        this.address = URI.create(address);
        this.adapter = adapter;
    }

    /** As settings call it. */
    public String label() {
        return label;
    }

    /** Where its public feed is. */
    public URI address() {
        return address;
    }

    /** A new adapter for one connection. */
    public VenueAdapter adapter(VenuePlan plan) {
        return adapter.apply(plan);
    }

    /** The venue that settings call so. */
    public static Optional<Venue> of(String label) {
        return Arrays.stream(values())
                .filter(venue -> venue.label.equals(label))
                .findFirst();
    }
}
