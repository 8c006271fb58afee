/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.pools.TokenListing;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads which pools there are.
 *
 * <p>As CSV, or a JSON array: {@code address, venue} or {@code kind, token0, token1, fee} (pips) {@code , tickSpacing,
 * symbol0, symbol1, decimals0, decimals1, price_source0, price_source1, chainId}. As a JSON object, which is what a
 * chain-lab manifest is: such rows in {@code pools} (Uniswap v3 unless they say otherwise) and {@code pairs} (Uniswap v2),
 * {@code tokens} as in a tokens file, {@code chainId}, {@code v2FeeTo}, {@code positionManagers} (or
 * {@code contracts.npm}), {@code factories} (address, venue), {@code feeModules} and {@code priceFeeds} (address, instrument,
 * decimals). A Uniswap v4 pool has its id for an address, and {@code poolManager} and {@code hooks}; its fee may be {@code
 * dynamic}.
 */
public final class PoolsFile {

    /** The chain of a file that does not say it. */
    public static final long DEFAULT_CHAIN_ID = 1;

    private PoolsFile() {}

    /** @throws InputException if it cannot be read or breaks a rule */
    public static PoolCatalogue read(Path path) {
        Table table = Table.read(path);
        Map<String, PoolListing> pools = new LinkedHashMap<>();
        List<TokenListing> tokens = new ArrayList<>();
        rows(table).forEach(row -> add(row, pools, tokens));
        SourceContracts contracts = ContractRows.read(table);
        if (pools.isEmpty() && contracts.equals(SourceContracts.NONE)) {
            throw new InputException(path + " has no pools in it");
        }
        table.list("tokens").forEach(row -> tokens.add(TokensFile.token(row)));
        return new PoolCatalogue(chainId(table), pools, Map.of(), feeTo(table), managers(table), contracts)
                .withTokens(tokens);
    }

    private static Stream<PoolRow> rows(Table table) {
        return Stream.of(
                        table.list(Table.UNNAMED).stream().map(row -> new PoolRow(row, Optional.empty())),
                        table.list("pools").stream().map(row -> new PoolRow(row, Optional.of(PoolListing.UNISWAP_V3))),
                        table.list("pairs").stream().map(row -> new PoolRow(row, Optional.of(PoolListing.UNISWAP_V2))))
                .flatMap(rows -> rows);
    }

    private static void add(PoolRow row, Map<String, PoolListing> pools, List<TokenListing> tokens) {
        PoolListing pool = row.listing();
        if (pools.put(pool.address(), pool) != null) {
            throw new InputException(row.row().place() + ": pool " + pool.address() + " is listed twice");
        }
        tokens.add(TokensFile.token(row.row(), pool.token0(), "0"));
        tokens.add(TokensFile.token(row.row(), pool.token1(), "1"));
    }

    private static long chainId(Table table) {
        Row whole = new Row(
                table.file().toString(),
                Map.of("chainId", table.value("chainId").orElse("")));
        List<BigInteger> ids = Stream.concat(Stream.of(whole), rows(table).map(PoolRow::row))
                .flatMap(row -> chainId(row).stream())
                .distinct()
                .toList();
        if (ids.size() > 1) {
            throw new InputException(table.file() + " is of more than one chain: " + ids);
        }
        return ids.stream().findFirst().map(BigInteger::longValueExact).orElse(DEFAULT_CHAIN_ID);
    }

    private static Optional<BigInteger> chainId(Row row) {
        return row.wholeNumber("chainId").map(id -> {
            if (id.signum() <= 0 || id.bitLength() >= Long.SIZE) {
                throw row.broken("chainId", id.toString(), "above 0 and below 2^63");
            }
            return id;
        });
    }

    private static Optional<String> feeTo(Table table) {
        Row row = new Row(
                table.file().toString(),
                Map.of("v2FeeTo", table.value("v2FeeTo").orElse("")));
        return row.addressButZero("v2FeeTo");
    }

    private static Set<String> managers(Table table) {
        Set<String> managers = new LinkedHashSet<>();
        Stream.of("positionManagers", "contracts.npm")
                .forEach(list -> managers.addAll(table.addresses(list, "positionManager")));
        return managers;
    }
}
