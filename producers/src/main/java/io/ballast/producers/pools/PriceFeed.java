/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import java.util.Objects;

/**
 * A Chainlink aggregator and the instrument whose price it answers.
 *
 * @param instrumentId  such as {@code chainlink:ETH-USD}
 * @param decimals  price = answer / 10^decimals, 0 to 36
 */
public record PriceFeed(String instrumentId, int decimals) {

    public static final int MAX_DECIMALS = 36;

    public PriceFeed {
        Objects.requireNonNull(instrumentId, "instrumentId");
        if (!instrumentId.matches("[a-z0-9][a-z0-9.-]*:[A-Za-z0-9][A-Za-z0-9./_-]*")) {
            throw new IllegalArgumentException("instrument [" + instrumentId + "] is not venue:symbol");
        }
        if (decimals < 0 || decimals > MAX_DECIMALS) {
            throw new IllegalArgumentException("decimals " + decimals + " is outside 0 to " + MAX_DECIMALS);
        }
    }
}
