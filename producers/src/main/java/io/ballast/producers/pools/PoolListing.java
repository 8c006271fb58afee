/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import io.ballast.schema.PoolKind;
import java.util.Objects;
import java.util.Optional;

/**
 * What a pool is, as its factory's log or a pools file says.
 *
 * @param address  the pool's contract, lower case; of a Uniswap v4 pool its id, 0x and 64 lower-case hex digits
 * @param kind  the curve it trades on
 * @param venue  the protocol, such as {@code uniswap-v3}
 * @param token0  address of its first token, lower case
 * @param token1  address of its second
 * @param feePips  swap fee in millionths of the amount in; empty when not known
 * @param tickSpacing  concentrated pools: initialisable ticks are multiples of it; empty when not known
 * @param contract  concentrated pools: which contract it is
 * @param shares  weighted and stable pools: what they were created with; empty in all others
 */
public record PoolListing(
        String address,
        PoolKind kind,
        String venue,
        String token0,
        String token1,
        Optional<Integer> feePips,
        Optional<Integer> tickSpacing,
        PoolContract contract,
        Optional<ShareDetails> shares) {

    public static final String UNISWAP_V2 = "uniswap-v2";
    public static final String UNISWAP_V3 = "uniswap-v3";
    public static final String UNISWAP_V4 = "uniswap-v4";
    public static final String SLIPSTREAM = "slipstream";
    public static final String BALANCER_V2 = "balancer-v2";
    public static final String CURVE = "curve";

    /** The 0.3 % of UniswapV2Pair.swap; its factory's log does not name it. */
    public static final int UNISWAP_V2_FEE_PIPS = 3000;

    public PoolListing {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(venue, "venue");
        Objects.requireNonNull(feePips, "feePips");
        Objects.requireNonNull(tickSpacing, "tickSpacing");
        Objects.requireNonNull(contract, "contract");
        if (shares.isPresent() != (kind == PoolKind.WEIGHTED || kind == PoolKind.STABLE)) {
            throw new IllegalArgumentException(
                    "details of shares belong to weighted and stable pools, and to them alone");
        }
        if (token0.equals(token1)) {
            throw new IllegalArgumentException("token0 and token1 are both " + token0);
        }
    }

    /** A pool whose kind says which contract it is. */
    public PoolListing(
            String address,
            PoolKind kind,
            String venue,
            String token0,
            String token1,
            Optional<Integer> feePips,
            Optional<Integer> tickSpacing) {
        this(address, kind, venue, token0, token1, feePips, tickSpacing, PoolContract.UNISWAP_V3, Optional.empty());
    }

    /** A concentrated pool. */
    public static PoolListing concentrated(
            String address,
            String venue,
            String token0,
            String token1,
            Optional<Integer> feePips,
            int tickSpacing,
            PoolContract contract) {
        return new PoolListing(
                address,
                PoolKind.CONCENTRATED,
                venue,
                token0,
                token1,
                feePips,
                Optional.of(tickSpacing),
                contract,
                Optional.empty());
    }

    /** A weighted or stable pool. */
    public static PoolListing ofShares(
            String address, PoolKind kind, String venue, String token0, String token1, ShareDetails shares) {
        return new PoolListing(
                address,
                kind,
                venue,
                token0,
                token1,
                Optional.empty(),
                Optional.empty(),
                PoolContract.UNISWAP_V3,
                Optional.of(shares));
    }

    /** The contract that writes the pool's logs. */
    public String logger() {
        return contract.manager().orElse(address);
    }

    /** The contract that holds the pool's tokens and writes its swaps, where that is not the pool itself. */
    public Optional<String> holder() {
        return contract.manager().or(() -> shares.flatMap(ShareDetails::vault).map(ShareDetails.VaultPool::vault));
    }

    /** The same at another venue. */
    public PoolListing atVenue(String other, PoolContract as) {
        return new PoolListing(address, kind, other, token0, token1, feePips, tickSpacing, as, shares);
    }

    /** The id under which the pool goes everywhere: {@code venue:chainId:address}. */
    public String poolId(long chainId) {
        return venue + ":" + chainId + ":" + address;
    }

    public boolean holds(String token) {
        return token0.equals(token) || token1.equals(token);
    }
}
