/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.producers.pools.PriceFeed;
import io.ballast.producers.pools.SourceContracts;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a pools file says of contracts that are neither pools nor position managers. */
final class ContractRows {

    private ContractRows() {}

    static SourceContracts read(Table table) {
        Map<String, String> venues = new LinkedHashMap<>();
        table.list("factories").forEach(row -> venues.put(row.requiredAddress("address"), row.requiredText("venue")));
        Map<String, PriceFeed> feeds = new LinkedHashMap<>();
        table.list("priceFeeds").forEach(row -> feeds.put(row.requiredAddress("address"), feed(row)));
        return new SourceContracts(
                venues, table.addresses("feeModules", "feeModule"), feeds, table.addresses("custodians", "custodian"));
    }

    private static PriceFeed feed(Row row) {
        int decimals = row.required("decimals", row.integer("decimals", 0, PriceFeed.MAX_DECIMALS));
        try {
            return new PriceFeed(row.requiredText("instrument"), decimals);
        } catch (IllegalArgumentException broken) {
            throw new InputException(row.place() + ": " + broken.getMessage(), broken);
        }
    }
}
