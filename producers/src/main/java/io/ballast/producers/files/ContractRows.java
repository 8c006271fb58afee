/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.pools.PriceFeed;
import io.ballast.producers.pools.SourceContracts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads what a pools file says of contracts that are neither pools nor position managers. */
final class ContractRows {

    private static final int MAX_DECIMALS = 36;

    private ContractRows() {}

    static SourceContracts read(Table table) {
        Map<String, String> venues = new LinkedHashMap<>();
        table.list("factories").forEach(row -> venues.put(row.requiredAddress("address"), row.requiredText("venue")));
        Map<String, PriceFeed> feeds = new LinkedHashMap<>();
        table.list("priceFeeds").forEach(row -> feeds.put(row.requiredAddress("address"), feed(row)));
        return new SourceContracts(venues, feeModules(table), feeds);
    }

    private static Set<String> feeModules(Table table) {
        Set<String> modules = new LinkedHashSet<>();
        table.value("feeModules").stream()
                .flatMap(joined -> Arrays.stream(joined.split(",")))
                .map(address -> new Row(table.file().toString(), Map.of("feeModule", address)))
                .forEach(row -> modules.add(row.requiredAddress("feeModule")));
        return modules;
    }

    private static PriceFeed feed(Row row) {
        int decimals = row.integer("decimals", 0, MAX_DECIMALS)
                .orElseThrow(() -> new InputException(row.place() + ": decimals is missing"));
        try {
            return new PriceFeed(row.requiredText("instrument"), decimals);
        } catch (IllegalArgumentException broken) {
            throw new InputException(row.place() + ": " + broken.getMessage(), broken);
        }
    }
}
