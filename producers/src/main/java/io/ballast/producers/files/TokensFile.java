/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.pools.TokenListing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is known of tokens: CSV with the columns {@code address,symbol,decimals,price_source}, or the same as a JSON
 * array, or as the array {@code tokens} of an object. All but the address may be missing.
 */
public final class TokensFile {

    private static final int MAX_DECIMALS = 255;

    private TokensFile() {}

    /** @throws InputException if it cannot be read or breaks a rule */
    public static List<TokenListing> read(Path path) {
        Table table = Table.read(path);
        List<Row> rows = table.list("tokens").isEmpty() ? table.list(Table.UNNAMED) : table.list("tokens");
        if (rows.isEmpty()) {
            throw new InputException(path + " has no tokens in it");
        }
        return rows.stream().map(TokensFile::token).toList();
    }

    static TokenListing token(Row row) {
        return token(row, row.requiredAddress("address"), "");
    }

    /**
     * The token that a row speaks of.
     *
     * @param suffix  what its columns' names end in: empty, or 0 and 1 for the two tokens of a pool
     */
    static TokenListing token(Row row, String address, String suffix) {
        return new TokenListing(
                address,
                row.text("symbol" + suffix),
                row.integer("decimals" + suffix, 0, MAX_DECIMALS),
                priceSource(row, "price_source" + suffix));
    }

    private static Optional<String> priceSource(Row row, String name) {
        Optional<String> source = row.text(name);
        source.filter(value -> value.indexOf(':') <= 0).ifPresent(value -> {
            throw row.broken(name, value, "venue:symbol such as coinbase:ETH-USD, or par:USD");
        });
        return source;
    }
}
