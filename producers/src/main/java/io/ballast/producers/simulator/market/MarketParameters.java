/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.market;

/**
 * One simulated market.
 *
 * @param instrumentId  such as {@code sim:ETH-USD}; quoted in dollars
 * @param initialPrice  dollars per unit; positive
 * @param halfSpread  distance of bid and ask from the middle, as a fraction of it; not negative, below 1
 * @param process  how the price moves
 * @throws IllegalArgumentException if a number is out of its bounds
 */
public record MarketParameters(String instrumentId, double initialPrice, double halfSpread, JumpDiffusion process) {

    public MarketParameters {
        if (!(initialPrice > 0) || !Double.isFinite(initialPrice)) {
            throw new IllegalArgumentException(
                    instrumentId + ": initialPrice " + initialPrice + " is not a positive number");
        }
        if (!(halfSpread >= 0 && halfSpread < 1)) {
            throw new IllegalArgumentException(instrumentId + ": halfSpread " + halfSpread + " is outside 0 to 1");
        }
    }
}
