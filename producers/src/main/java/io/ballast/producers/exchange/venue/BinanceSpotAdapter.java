/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.venue;

import java.util.List;

/** Binance's spot market. It tells no time of its best bid and ask: ours stands in. */
final class BinanceSpotAdapter extends BinanceStreams {

    BinanceSpotAdapter(VenuePlan plan) {
        super(
                new Symbols(VENUE, plan.instruments(), name -> name.replace("-", "")),
                List.of("@bookTicker", "@aggTrade"));
    }
}
