/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * The price of one asset in another, from the prices of both in a third.
 *
 * @param price  of the base in the quote asset, positive
 * @param timeMs  of the older of the two: it is no newer than that
 * @param spread  of both together, as a fraction of the price; null: one of them has none
 * @param confidence  of the less certain of the two, in [0, 1]
 * @param simulated  one of them is
 */
public record CrossedPrice(double price, long timeMs, Double spread, double confidence, boolean simulated) {

    /**
     * @param base  such as ETH-USD
     * @param quote  such as BTC-USD, for ETH-BTC
     */
    public static CrossedPrice of(PairState.LastPrice base, PairState.LastPrice quote) {
        Double spread = base.spread() == null || quote.spread() == null ? null : base.spread() + quote.spread();
        return new CrossedPrice(
                base.price() / quote.price(),
                Math.min(base.observedMs(), quote.observedMs()),
                spread,
                Math.min(base.confidence(), quote.confidence()),
                base.simulated() || quote.simulated());
    }

    /** As what a source says. */
    public Observation observation() {
        return new Observation(price, spread, timeMs, simulated);
    }
}
