/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import io.ballast.schema.PoolToken;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A token of the simulated chain.
 *
 * @param address  lower case
 * @param symbol  ticker
 * @param decimals  human amount = raw / 10^decimals
 * @param priceSource  where its price in USD comes from: an instrument such as {@code sim:ETH-USD}, or {@code par:USD}
 */
public record SimulatedToken(String address, String symbol, int decimals, String priceSource) {

    /** Human units of a raw amount. */
    public BigDecimal whole(BigInteger raw) {
        return new BigDecimal(raw, decimals);
    }

    /** Raw units of a human amount, rounded down. */
    public BigInteger raw(BigDecimal whole) {
        return whole.movePointRight(decimals).toBigInteger();
    }

    PoolToken toRecord() {
        return PoolToken.newBuilder()
                .setAddress(address)
                .setSymbol(symbol)
                .setDecimals(decimals)
                .setPriceSource(priceSource)
                .build();
    }
}
