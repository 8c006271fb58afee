/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The exchanges that we know; one that has several markets behind different addresses is there several times. */
public enum Venue {
    COINBASE("coinbase", "wss://ws-feed.exchange.coinbase.com", Forms.DASHED, CoinbaseAdapter::new),
    BINANCE_SPOT("binance-spot", "wss://stream.binance.com:9443/stream", Forms.DASHED, BinanceSpotAdapter::new),
    BINANCE_USDM("binance-usdm", "wss://fstream.binance.com/market/stream", Forms.PLAIN, BinanceUsdMAdapter::new),
    /** Its order books are elsewhere since April 2026. */
    BINANCE_USDM_BOOK(
            "binance-usdm-book",
            "binance-usdm",
            "wss://fstream.binance.com/public/stream",
            Forms.PLAIN,
            BinanceUsdMBookAdapter::new),
    KRAKEN("kraken", "wss://ws.kraken.com/v2", Forms.SLASHED, KrakenAdapter::new),
    DERIBIT("deribit", "wss://www.deribit.com/ws/api/v2", Forms.DERIBIT, DeribitAdapter::new),
    BYBIT_SPOT("bybit-spot", "wss://stream.bybit.com/v5/public/spot", Forms.DASHED, BybitSpotAdapter::new),
    BYBIT_LINEAR("bybit-linear", "wss://stream.bybit.com/v5/public/linear", Forms.PLAIN, BybitLinearAdapter::new),
    BYBIT_OPTION("bybit-option", "wss://stream.bybit.com/v5/public/option", Forms.OPTION, BybitOptionAdapter::new),
    HYPERLIQUID("hyperliquid", "wss://api.hyperliquid.xyz/ws", Forms.ANY, HyperliquidAdapter::new);

    /** How exchanges write the names of instruments, as regular expressions. */
    private static final class Forms {
        private static final String DASHED = "[A-Z0-9]+-[A-Z0-9]+";
        private static final String SLASHED = "[A-Z0-9]+/[A-Z0-9]+";
        private static final String PLAIN = "[A-Z0-9]+";
        private static final String DERIBIT = "[A-Z0-9]+(_[A-Z0-9]+)?-[A-Zd0-9-]+";
        private static final String OPTION = "[A-Z0-9]+-[A-Z0-9]+-[0-9.]+-[CP](-[A-Z]+)?";
        private static final String ANY = "[A-Za-z0-9:@/._-]+";
    }

    private final String label;
    private final String listing;
    private final URI address;
    private final Pattern instrumentForm;
    private final Function<VenuePlan, VenueAdapter> adapter;

    Venue(String label, String address, String instrumentForm, Function<VenuePlan, VenueAdapter> adapter) {
        this(label, label, address, instrumentForm, adapter);
    }

    Venue(
            String label,
            String listing,
            String address,
            String instrumentForm,
            Function<VenuePlan, VenueAdapter> adapter) {
        this.label = label;
        this.listing = listing;
        this.address = URI.create(address);
        this.instrumentForm = Pattern.compile(instrumentForm);
        this.adapter = adapter;
    }

    /** As settings and log lines call the connection. */
    public String label() {
        return label;
    }

    /** What settings call the market whose instruments it hears; several connections may share one. */
    public String listing() {
        return listing;
    }

    /** Where its public feed is. */
    public URI address() {
        return address;
    }

    /**
     * What names of its instruments look like, as a regular expression. Names of its spot market and of its perpetuals are
     * told apart by it: both have ids of the same venue.
     */
    public String instrumentForm() {
        return instrumentForm.pattern();
    }

    /** True: an instrument may have that name. */
    public boolean hasNamesLike(String instrument) {
        return instrumentForm.matcher(instrument).matches();
    }

    /** A new adapter for one connection. */
    public VenueAdapter adapter(VenuePlan plan) {
        return adapter.apply(plan);
    }
}
