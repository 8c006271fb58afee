/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.Creations;
import io.ballast.producers.evm.EventTopics;
import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.rpc.LogQuery;
import io.ballast.schema.PoolKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which logs are wanted: those of listed contracts; those of pools that listed factories make; those that a Uniswap v4
 * PoolManager, or Balancer's vault, writes of listed pools, and that it is paused; transfers into and out of pairs and Curve's
 * pools, of whichever token; and liquidity of position managers in whichever pool, which tells what NFT is not ours. Or all of
 * the events we know, of whichever contract. It grows, and never shrinks: a pool whose creation was taken back may be created
 * again. Mutable, single-threaded.
 */
final class WatchList {

    private static final int POOL_ID = 1;
    private static final int OWNER = 1;
    private static final int FROM = 1;
    private static final int TO = 2;

    private final boolean everything;
    private final Set<String> factories;
    private final Set<String> managerTopics = new LinkedHashSet<>();
    private final Set<String> addresses = new LinkedHashSet<>();
    private final Set<String> pairTopics = new LinkedHashSet<>();
    private final Set<String> singletons = new LinkedHashSet<>();
    private final Set<String> poolIds = new LinkedHashSet<>();

    /** All events we know. */
    static WatchList everything() {
        return new WatchList(true, Set.of());
    }

    /** @param factories  whose new pools are wanted besides those that the catalogue names */
    static WatchList of(PoolCatalogue catalogue, Set<String> factories) {
        Set<String> makers = new LinkedHashSet<>(factories);
        makers.addAll(catalogue.contracts().factoryVenues().keySet());
        WatchList list = new WatchList(false, makers);
        catalogue.pools().values().forEach(list::add);
        list.addresses.addAll(makers);
        list.addresses.addAll(catalogue.positionManagers());
        list.addresses.addAll(catalogue.contracts().feeModules());
        list.addresses.addAll(catalogue.contracts().priceFeeds().keySet());
        catalogue.positionManagers().forEach(manager -> list.managerTopics.add(word(manager)));
        return list;
    }

    private WatchList(boolean everything, Set<String> factories) {
        this.everything = everything;
        this.factories = Set.copyOf(factories);
    }

    private void add(PoolListing pool) {
        if (pool.contract().manager().isPresent()) {
            singletons.add(pool.logger());
            poolIds.add(pool.address());
            return;
        }
        addresses.add(pool.address());
        pool.shares().ifPresent(this::addShares);
        if (pool.kind() == PoolKind.CONSTANT_PRODUCT || paysItself(pool)) {
            pairTopics.add(word(pool.address()));
        }
    }

    /** Its transfers tell in which coin it paid. */
    private static boolean paysItself(PoolListing pool) {
        return pool.shares().filter(shares -> shares.vault().isEmpty()).isPresent();
    }

    private void addShares(ShareDetails shares) {
        addresses.add(shares.lpToken());
        shares.vault().ifPresent(vault -> {
            singletons.add(vault.vault());
            poolIds.add(vault.poolId());
        });
    }

    private static String word(String address) {
        return "0x" + "0".repeat(24) + address.substring(2);
    }

    /** Pools of our factories that these logs create and that were not watched yet; from now on they are. */
    List<PoolListing> learn(Collection<EvmLog> logs) {
        List<PoolListing> added = new ArrayList<>();
        for (EvmLog log : logs) {
            if (!everything && factories.contains(log.address())) {
                Creations.of(log)
                        .filter(pool -> !addresses.contains(pool.logger()))
                        .ifPresent(pool -> {
                            add(pool);
                            added.add(pool);
                        });
            }
        }
        return added;
    }

    boolean wants(EvmLog log) {
        if (!EventTopics.ALL.contains(log.topic0())) {
            return false;
        }
        return everything
                || addresses.contains(log.address())
                || EventTopics.WITH_POOL_ID.contains(log.topic0())
                        && singletons.contains(log.address())
                        && isAt(POOL_ID, log, poolIds)
                || EventTopics.PAUSES.contains(log.topic0()) && singletons.contains(log.address())
                || EventTopics.TRANSFER.contains(log.topic0())
                        && (isAt(FROM, log, pairTopics) || isAt(TO, log, pairTopics))
                || EventTopics.ON_SLOT.contains(log.topic0()) && isAt(OWNER, log, managerTopics);
    }

    private static boolean isAt(int place, EvmLog log, Set<String> words) {
        return log.topics().size() > place && words.contains(log.topics().get(place));
    }

    /** What to ask for so that all that is wanted comes, and little else; some may come twice. */
    List<LogQuery> queries() {
        if (everything) {
            return List.of(new LogQuery(Set.of(), List.of(EventTopics.ALL)));
        }
        List<LogQuery> queries = new ArrayList<>(queries(addresses, pairTopics));
        for (Set<String> managers : LogQuery.portions(managerTopics)) {
            queries.add(new LogQuery(Set.of(), List.of(EventTopics.ON_SLOT, managers)));
        }
        for (Set<String> some : LogQuery.portions(poolIds)) {
            queries.add(new LogQuery(singletons, List.of(EventTopics.WITH_POOL_ID, some)));
        }
        if (!singletons.isEmpty()) {
            queries.add(new LogQuery(singletons, List.of(EventTopics.PAUSES)));
        }
        return queries;
    }

    /** The same for some pools only. */
    List<LogQuery> queries(List<PoolListing> pools) {
        WatchList some = new WatchList(false, Set.of());
        pools.forEach(some::add);
        return queries(some.addresses, some.pairTopics);
    }

    private static List<LogQuery> queries(Set<String> contracts, Set<String> pairs) {
        List<LogQuery> queries = new ArrayList<>();
        LogQuery.portions(contracts).forEach(some -> queries.add(new LogQuery(some, List.of(EventTopics.ALL))));
        for (Set<String> some : LogQuery.portions(pairs)) {
            queries.add(new LogQuery(Set.of(), List.of(EventTopics.TRANSFER, some)));
            queries.add(new LogQuery(Set.of(), List.of(EventTopics.TRANSFER, Set.of(), some)));
        }
        return queries;
    }
}
