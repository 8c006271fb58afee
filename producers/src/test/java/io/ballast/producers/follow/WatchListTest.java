/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolContract;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.PriceFeed;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.rpc.LogQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchListTest {

    private static final String POOL_MANAGER = address(4);
    private static final String FEED = address(5);
    private static final String MODULE = address(6);
    private static final String OURS = word(7);
    private static final String OTHER = word(8);
    private static final String V4_SWAP = "0x40e9cecb9f5f1f1c5b9c97dec2917b7ee92e57ba5563708daca94dd84ad7112f";
    private static final String PAUSED = "0x62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a258";
    private static final String ANSWER = "0x0559884fd3a460db3073b7fc896cc77986f16e378210ded43186175bf646fc5f";
    private static final String CUSTOM_FEE = "0xe2150e4054ad34f299189d809c507f52c0c572bfef0504af03f43be0870cd354";

    private static final PoolListing POOL = PoolListing.concentrated(
            OURS,
            PoolListing.UNISWAP_V4,
            address(1),
            address(2),
            Optional.of(3000),
            60,
            PoolContract.managedBy(POOL_MANAGER, Optional.empty()));

    private final WatchList list = WatchList.of(
            new PoolCatalogue(1, Map.of(OURS, POOL), Map.of(), Optional.empty(), Set.of())
                    .with(new SourceContracts(
                            Map.of(), Set.of(MODULE), Map.of(FEED, new PriceFeed("chainlink:ETH-USD", 8)), Set.of())),
            Set.of());

    @Test
    void ofAPoolManagerOnlyListedPoolsAreWanted() {
        assertThat(list.wants(log(POOL_MANAGER, V4_SWAP, OURS))).isTrue();
        assertThat(list.wants(log(POOL_MANAGER, V4_SWAP, OTHER))).isFalse();
        assertThat(list.wants(log(address(9), V4_SWAP, OURS))).isFalse();
    }

    @Test
    void aNodeIsAskedForThePoolsIdsOfItsManagerAlone() {
        assertThat(list.queries())
                .filteredOn(query -> query.addresses().contains(POOL_MANAGER))
                .extracting(LogQuery::topics)
                .filteredOn(topics -> topics.size() > 1)
                .singleElement()
                .satisfies(topics -> assertThat(topics.get(1)).containsExactly(OURS));
    }

    /** Such a log names no pool. */
    @Test
    void whetherAPoolManagerIsPausedIsAskedAndWanted() {
        assertThat(list.queries())
                .filteredOn(query -> query.addresses().contains(POOL_MANAGER))
                .extracting(LogQuery::topics)
                .filteredOn(topics -> topics.size() == 1)
                .singleElement()
                .satisfies(topics -> assertThat(topics.get(0)).contains(PAUSED).doesNotContain(V4_SWAP));
        assertThat(list.wants(log(POOL_MANAGER, PAUSED, OTHER))).isTrue();
        assertThat(list.wants(log(address(9), PAUSED, OTHER))).isFalse();
    }

    @Test
    void feedsAndFeeModulesAreWanted() {
        assertThat(list.wants(log(FEED, ANSWER, OTHER))).isTrue();
        assertThat(list.wants(log(MODULE, CUSTOM_FEE, OTHER))).isTrue();
    }

    @Test
    void aPoolManagerThatIsAFactoryIsWatchedWhole() {
        WatchList whole = WatchList.of(PoolCatalogue.empty(1), Set.of(POOL_MANAGER));

        assertThat(whole.wants(log(POOL_MANAGER, V4_SWAP, OTHER))).isTrue();
    }

    private static EvmLog log(String address, String topic0, String topic1) {
        return new EvmLog(address, List.of(topic0, topic1), "0x", 1, word(1), word(2), 0, OptionalLong.empty(), false);
    }

    private static String address(int id) {
        return String.format("0x%040x", id);
    }

    private static String word(int id) {
        return String.format("0x%064x", id);
    }
}
