/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Contracts besides pools and position managers whose logs say something, because whoever runs the producer says so.
 *
 * @param factoryVenues  the venue of a factory's pools, by its address, where its logs do not tell: forks log what the
 *     original does
 * @param feeModules  contracts that set the fees of Slipstream's pools
 * @param priceFeeds  Chainlink's aggregators, by address
 * @param custodians  contracts that keep NFTs for those who send them there: gauges, staking contracts
 */
public record SourceContracts(
        Map<String, String> factoryVenues,
        Set<String> feeModules,
        Map<String, PriceFeed> priceFeeds,
        Set<String> custodians) {

    /** None. */
    public static final SourceContracts NONE = new SourceContracts(Map.of(), Set.of(), Map.of(), Set.of());

    public SourceContracts {
        factoryVenues = Collections.unmodifiableMap(new LinkedHashMap<>(factoryVenues));
        feeModules = Collections.unmodifiableSet(new LinkedHashSet<>(feeModules));
        priceFeeds = Collections.unmodifiableMap(new LinkedHashMap<>(priceFeeds));
        custodians = Collections.unmodifiableSet(new LinkedHashSet<>(custodians));
    }
}
