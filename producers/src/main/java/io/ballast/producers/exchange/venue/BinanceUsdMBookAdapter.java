/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.util.List;

/** The best bid and ask of Binance's perpetuals in USDT and USDC, which are on a connection of their own. */
final class BinanceUsdMBookAdapter extends BinanceStreams {

    BinanceUsdMBookAdapter(VenuePlan plan) {
        super(new Symbols(VENUE, plan.instruments(), name -> name), List.of("@bookTicker"));
    }
}
