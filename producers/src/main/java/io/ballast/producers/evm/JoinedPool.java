/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolState;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/**
 * A pool that is joined in mid-life.
 *
 * @param pool  its address
 * @param nfts  those of its NFTs that were asked for: what they stand for no later log need say
 * @param state  its state, without id and place
 */
public record JoinedPool(String pool, List<Nft> nfts, PoolEvent.Builder state) {

    /** An NFT and its range. */
    public record Nft(String manager, BigInteger tokenId, int tickLower, int tickUpper) {}

    public JoinedPool {
        Objects.requireNonNull(state, "state");
        nfts = List.copyOf(nfts);
    }

    /** As read from the chain. */
    public static JoinedPool of(String pool, PoolEvent.Builder state) {
        PoolState read = state.getState();
        List<Nft> nfts = read.getNfts().stream()
                .map(nft -> new Nft(
                        nft.getPositionManager(),
                        new BigInteger(nft.getTokenId()),
                        nft.getTickLower(),
                        nft.getTickUpper()))
                .toList();
        return new JoinedPool(pool, nfts, state);
    }

    /** As remembered: what was written is written, and its state is not needed again. */
    public static JoinedPool again(String pool, List<Nft> nfts) {
        return new JoinedPool(pool, nfts, PoolEvent.newBuilder().setKind(PoolEventKind.STATE));
    }
}
