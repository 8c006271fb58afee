/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolContract;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.ShareDetails;
import io.ballast.producers.pools.TokenListing;
import io.ballast.producers.pools.Venues;
import io.ballast.producers.records.PoolClock;
import io.ballast.schema.ConcentratedContract;
import io.ballast.schema.PoolKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pools whose logs are read: those listed, and those that factories have made since on the chain as it is now. Mutable,
 * single-threaded.
 */
final class KnownPools {

    private final PoolCatalogue catalogue;
    private final Lessons lessons;
    private final Map<String, PoolClock> clocks = new HashMap<>();
    private final Map<String, KnownPool> byAddress = new LinkedHashMap<>();
    private final Map<String, List<KnownPool>> pairsByToken = new HashMap<>();
    /** Pools of shares come from the catalogue alone. */
    private final Map<String, KnownPool> byLpToken = new HashMap<>();

    private final Set<String> tokensOfShares = new HashSet<>();

    KnownPools(PoolCatalogue catalogue, Lessons lessons) {
        this.catalogue = catalogue;
        this.lessons = lessons;
        catalogue.pools().values().forEach(this::add);
    }

    Optional<KnownPool> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** The clock of the records of a pool that is or was known. */
    PoolClock clock(String poolId) {
        return clocks.computeIfAbsent(poolId, id -> new PoolClock());
    }

    /** The pool whose LP token that is. */
    Optional<KnownPool> ofLpToken(String token) {
        return Optional.ofNullable(byLpToken.get(token)).or(() -> at(token).filter(KnownPool::isPair));
    }

    /** Whether a pool of shares that pays its tokens itself holds that one: their transfers tell what it paid out. */
    boolean isPaidByShares(String token) {
        return tokensOfShares.contains(token);
    }

    /** The pairs that hold a token; none if no known pair does. */
    List<KnownPool> pairsHolding(String token) {
        return pairsByToken.getOrDefault(token, List.of());
    }

    /** Those whose definition is written: listed ones first, then in the order of creation. */
    List<KnownPool> live() {
        return byAddress.values().stream().filter(KnownPool::isLive).toList();
    }

    /** The pools whose tokens that contract holds, a Uniswap v4 PoolManager or Balancer's vault; listed ones from the beginning. */
    List<KnownPool> heldBy(String contract) {
        return byAddress.values().stream()
                .filter(pool -> !pool.isRetracted())
                .filter(pool -> pool.listing().holder().filter(contract::equals).isPresent())
                .toList();
    }

    /**
     * Takes note of a creation, or of its being taken back.
     *
     * @return the pool; empty if another factory has created it before
     * @throws MalformedLogException if the log contradicts itself or the pools file
     */
    Optional<KnownPool> create(FactoryEvent event, EvmLog log) throws MalformedLogException {
        PoolListing created = venue(listing(event, log.address()), log.address());
        KnownPool pool = byAddress.get(created.address());
        if (pool == null) {
            pool = add(created);
            lessons.learned(() -> remove(created));
        } else if (pool.factory().filter(log.address()::equals).isEmpty()
                && pool.factory().isPresent()) {
            return Optional.empty();
        } else {
            requireSame(pool.listing(), created);
            remember(pool);
        }
        pool.created(merged(pool.listing(), created), log.address(), log.removed());
        return Optional.of(pool);
    }

    /** Takes note of the fee that a module sets; false if it is of no pool of ours. */
    boolean setFee(FeeEvent set, EvmLog log) {
        Optional<KnownPool> pool =
                at(set.pool()).filter(known -> known.listing().contract().kind() == ConcentratedContract.SLIPSTREAM);
        pool.ifPresent(known -> lessons.learned(known.fees().set(log, set.feePips())));
        return pool.isPresent();
    }

    /** What part of a pool's fees leaves at once, times 10^18, before a log. */
    BigInteger protocolPart(KnownPool pool, EvmLog log) {
        return pool.protocolParts()
                .at(log)
                .or(() -> pool.listing().shares().map(ShareDetails::protocolPartE18))
                .orElse(BigInteger.ZERO);
    }

    /** Takes note of it, if the log says it. */
    void setProtocolPart(KnownPool pool, ShareLogEvent.Fee fee, EvmLog log) {
        fee.protocolPartE18()
                .ifPresent(part -> lessons.learned(pool.protocolParts().set(log, part)));
    }

    private KnownPool add(PoolListing listing) {
        String poolId = listing.poolId(catalogue.chainId());
        KnownPool pool = new KnownPool(poolId, listing, clock(poolId));
        byAddress.put(listing.address(), pool);
        listing.shares().ifPresent(shares -> addShares(pool, shares));
        if (pool.isPair()) {
            pairsByToken
                    .computeIfAbsent(listing.token0(), token -> new ArrayList<>())
                    .add(pool);
            pairsByToken
                    .computeIfAbsent(listing.token1(), token -> new ArrayList<>())
                    .add(pool);
        }
        return pool;
    }

    private void addShares(KnownPool pool, ShareDetails shares) {
        byLpToken.put(shares.lpToken(), pool);
        if (shares.vault().isEmpty()) {
            tokensOfShares.add(pool.listing().token0());
            tokensOfShares.add(pool.listing().token1());
        }
    }

    private void remember(KnownPool pool) {
        KnownPool.Creation before = pool.creation();
        lessons.learned(() -> pool.restore(before));
    }

    private void remove(PoolListing listing) {
        KnownPool pool = byAddress.remove(listing.address());
        for (String token : List.of(listing.token0(), listing.token1())) {
            pairsByToken.computeIfPresent(token, (same, pairs) -> without(pool, pairs));
        }
    }

    /** Null if none is left. */
    private static List<KnownPool> without(KnownPool pool, List<KnownPool> pairs) {
        pairs.remove(pool);
        return pairs.isEmpty() ? null : pairs;
    }

    /** Where a fork's logs are the original's, only the catalogue knows whose pool it is. */
    private PoolListing venue(PoolListing created, String factory) {
        String venue = catalogue.contracts().factoryVenues().get(factory);
        return venue == null ? created : created.atVenue(venue, Venues.contract(venue, created.contract()));
    }

    /** @param factory  who says so */
    static PoolListing listing(FactoryEvent event, String factory) throws MalformedLogException {
        if (event.token0().equals(event.token1())) {
            throw new MalformedLogException("a pool of " + event.token0() + " with itself");
        }
        if (event instanceof FactoryEvent.PoolCreated pool) {
            return new PoolListing(
                    pool.pool(),
                    PoolKind.CONCENTRATED,
                    PoolListing.UNISWAP_V3,
                    pool.token0(),
                    pool.token1(),
                    Optional.of(pool.feePips()),
                    Optional.of(pool.tickSpacing()));
        }
        if (event instanceof FactoryEvent.SlipstreamCreated pool) {
            return PoolListing.concentrated(
                    pool.pool(),
                    PoolListing.SLIPSTREAM,
                    pool.token0(),
                    pool.token1(),
                    Venues.slipstreamFeePips(pool.tickSpacing()),
                    pool.tickSpacing(),
                    PoolContract.of(ConcentratedContract.SLIPSTREAM));
        }
        if (event instanceof FactoryEvent.PoolInitialized pool) {
            return singleton(pool, factory);
        }
        return new PoolListing(
                event.pool(),
                PoolKind.CONSTANT_PRODUCT,
                PoolListing.UNISWAP_V2,
                event.token0(),
                event.token1(),
                Optional.of(PoolListing.UNISWAP_V2_FEE_PIPS),
                Optional.empty());
    }

    private static PoolListing singleton(FactoryEvent.PoolInitialized pool, String manager) {
        boolean dynamic = pool.feePips() == FactoryEvent.PoolInitialized.DYNAMIC_FEE;
        return PoolListing.concentrated(
                pool.pool(),
                PoolListing.UNISWAP_V4,
                pool.token0(),
                pool.token1(),
                dynamic ? Optional.empty() : Optional.of(pool.feePips()),
                pool.tickSpacing(),
                PoolContract.managedBy(
                        manager, Optional.of(pool.hooks()).filter(hooks -> !hooks.equals(TokenListing.NATIVE))));
    }

    private static void requireSame(PoolListing known, PoolListing created) throws MalformedLogException {
        if (known.kind() != created.kind()
                || !known.token0().equals(created.token0())
                || !known.token1().equals(created.token1())) {
            throw new MalformedLogException("pool " + created.address() + " is created as " + created.kind() + " of "
                    + created.token0() + " and " + created.token1() + ", but listed as " + known.kind() + " of "
                    + known.token0() + " and " + known.token1());
        }
    }

    /** The venue is the listing's. The fee is too where the log does not say it, as of pairs and in Slipstream. */
    private static PoolListing merged(PoolListing known, PoolListing created) {
        boolean feeSaid = created.kind() != PoolKind.CONSTANT_PRODUCT
                && created.contract().kind() != ConcentratedContract.SLIPSTREAM;
        Optional<Integer> fee = feeSaid ? created.feePips() : known.feePips().or(created::feePips);
        return new PoolListing(
                created.address(),
                created.kind(),
                known.venue(),
                created.token0(),
                created.token1(),
                fee,
                created.tickSpacing(),
                created.contract().equals(PoolContract.UNISWAP_V3) ? known.contract() : created.contract(),
                Optional.empty());
    }
}
