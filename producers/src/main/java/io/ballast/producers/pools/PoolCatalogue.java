/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.pools;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a chain's pools and tokens before its logs are read.
 *
 * @param chainId  EIP-155 chain id
 * @param pools  by address
 * @param tokens  by address
 * @param v2FeeTo  who receives the protocol fee of all Uniswap v2 pairs; the chain logs nothing when it is set
 * @param positionManagers  contracts whose liquidity belongs to the holders of their NFTs
 * @param contracts  others whose logs are read
 */
public record PoolCatalogue(
        long chainId,
        Map<String, PoolListing> pools,
        Map<String, TokenListing> tokens,
        Optional<String> v2FeeTo,
        Set<String> positionManagers,
        SourceContracts contracts) {

    public PoolCatalogue {
        if (chainId < 1) {
            throw new IllegalArgumentException("chain id " + chainId + " is not above 0");
        }
        // In the order given: what is written must not depend on a hash table's order.
        pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
        tokens = Collections.unmodifiableMap(new LinkedHashMap<>(tokens));
        positionManagers = Collections.unmodifiableSet(new LinkedHashSet<>(positionManagers));
    }

    /** Without other contracts. */
    public PoolCatalogue(
            long chainId,
            Map<String, PoolListing> pools,
            Map<String, TokenListing> tokens,
            Optional<String> v2FeeTo,
            Set<String> positionManagers) {
        this(chainId, pools, tokens, v2FeeTo, positionManagers, SourceContracts.NONE);
    }

    /** Nothing but the chain is known. */
    public static PoolCatalogue empty(long chainId) {
        return new PoolCatalogue(chainId, Map.of(), Map.of(), Optional.empty(), Set.of());
    }

    /** The same on another chain. */
    public PoolCatalogue onChain(long id) {
        return new PoolCatalogue(id, pools, tokens, v2FeeTo, positionManagers, contracts);
    }

    /** The same with more known of tokens; what is given here goes before what was known. */
    public PoolCatalogue withTokens(Collection<TokenListing> more) {
        Map<String, TokenListing> all = new LinkedHashMap<>(tokens);
        more.forEach(token -> all.merge(token.address(), token, (known, given) -> given.orElse(known)));
        return new PoolCatalogue(chainId, pools, all, v2FeeTo, positionManagers, contracts);
    }

    /** The same with other contracts whose logs are read. */
    public PoolCatalogue with(SourceContracts others) {
        return new PoolCatalogue(chainId, pools, tokens, v2FeeTo, positionManagers, others);
    }

    /** What is known of a token; at least its address. */
    public TokenListing token(String address) {
        TokenListing known = tokens.getOrDefault(address, TokenListing.unknown(address));
        return address.equals(TokenListing.NATIVE) ? known.orElse(TokenListing.COIN) : known;
    }
}
