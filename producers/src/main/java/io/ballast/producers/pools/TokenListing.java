/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a token besides what the chain's logs say.
 *
 * @param address  the token's contract, lower case
 * @param symbol  ticker symbol
 * @param decimals  human amount = raw / 10^decimals, 0 to 255
 * @param priceSource  an instrument of the price-ticks topic such as {@code coinbase:ETH-USD}, or {@code par:USD}
 */
public record TokenListing(
        String address, Optional<String> symbol, Optional<Integer> decimals, Optional<String> priceSource) {

    /** How Uniswap v4 writes the chain's own coin, which is no contract. */
    public static final String NATIVE = "0x" + "0".repeat(40);

    private static final int MAX_DECIMALS = 255;
    private static final int COIN_DECIMALS = 18;

    /** What every chain's own coin has in common. */
    static final TokenListing COIN =
            new TokenListing(NATIVE, Optional.empty(), Optional.of(COIN_DECIMALS), Optional.empty());

    public TokenListing {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(priceSource, "priceSource");
        if (decimals.filter(given -> given < 0 || given > MAX_DECIMALS).isPresent()) {
            throw new IllegalArgumentException("decimals " + decimals.get() + " is outside 0 to 255");
        }
    }

    /** A token of which only the address is known. */
    public static TokenListing unknown(String address) {
        return new TokenListing(address, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same, with what is missing here taken from there. */
    public TokenListing orElse(TokenListing other) {
        return new TokenListing(
                address, symbol.or(other::symbol), decimals.or(other::decimals), priceSource.or(other::priceSource));
    }
}
