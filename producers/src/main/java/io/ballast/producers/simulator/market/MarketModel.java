/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The markets of the simulation: each follows its own {@link JumpDiffusion}; the diffusions of any two are correlated
 * through one common factor, the jumps are independent.
 *
 * <p>Mutable and single-threaded.
 */
public final class MarketModel {

    private static final double NANOS_PER_YEAR = Duration.ofDays(365).toNanos();

    private final Map<String, MarketParameters> markets = new LinkedHashMap<>();
    private final Map<String, PricePath> paths = new LinkedHashMap<>();
    private final double correlation;
    private final SplittableRandom random;

    /**
     * @param markets  in the order in which they are published
     * @param correlation  of the diffusions of any two of them, 0 to 1
     * @param random  all randomness of the prices
     * @throws IllegalArgumentException if the correlation is out of bounds or an instrument is given twice
     */
    public MarketModel(List<MarketParameters> markets, double correlation, SplittableRandom random) {
        if (!(correlation >= 0 && correlation <= 1)) {
            throw new IllegalArgumentException("correlation " + correlation + " is outside 0 to 1");
        }
        this.correlation = correlation;
        this.random = random;
        markets.forEach(this::add);
    }

    private void add(MarketParameters market) {
        if (markets.put(market.instrumentId(), market) != null) {
            throw new IllegalArgumentException("the market " + market.instrumentId() + " is given twice");
        }
        paths.put(market.instrumentId(), new PricePath(market.initialPrice(), market.process(), random));
    }

    /** Lets time pass; a step may have any length without changing the distribution of what follows. */
    public void advance(Duration step) {
        double years = step.toNanos() / NANOS_PER_YEAR;
        double common = StrictMath.sqrt(correlation) * random.nextGaussian();
        double ownWeight = StrictMath.sqrt(1 - correlation);
        paths.values().forEach(path -> path.advance(years, common + ownWeight * random.nextGaussian()));
    }

    /**
     * The price now, dollars per unit, not rounded.
     *
     * @throws IllegalArgumentException if there is no such market
     */
    public double price(String instrumentId) {
        PricePath path = paths.get(instrumentId);
        if (path == null) {
            throw new IllegalArgumentException("no market " + instrumentId + ", there are " + paths.keySet());
        }
        return path.price();
    }

    /**
     * What the market shows now.
     *
     * @throws IllegalArgumentException if there is no such market
     */
    public MarketQuote quote(String instrumentId) {
        double price = price(instrumentId);
        return MarketQuote.around(instrumentId, price, markets.get(instrumentId).halfSpread());
    }

    /** All quotes now, in the order of the markets. */
    public List<MarketQuote> quotes() {
        return markets.keySet().stream().map(this::quote).toList();
    }
}
