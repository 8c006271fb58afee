/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

/**
 * What an instrument is a price of.
 *
 * @param pair  such as ETH-USD
 * @param parQuote  the asset that its prices are in where that is taken at par of the pair's quote, such as USDT; null: the
 *     pair's quote itself
 */
public record MarketInstrument(String pair, String parQuote) {

    private static final char DASH = '-';

    /** The asset that is priced. */
    public String base() {
        return pair.substring(0, pair.indexOf(DASH));
    }

    /** The asset that it is priced in. */
    public String quote() {
        return pair.substring(pair.indexOf(DASH) + 1);
    }

    /** True: the pair says what its base is worth in USD. */
    public boolean isInUsd() {
        return quote().equals(MarketNames.USD);
    }
}
