/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.evm.JoinedPool;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.rpc.EthNode;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolStateNft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what there is to know of listed pools when they are joined in mid-life. */
final class PoolJoining {

    private final PoolStateReader reader;
    private final DepositorLookup depositors;
    private final JoinOptions options;

    /**
     * @param options  what to follow; with a {@link FollowOptions#join()}
     * @param node  asked for what there must be
     * @param ifThere  asked for what one can do without
     */
    PoolJoining(FollowOptions options, EthNode node, EthNode ifThere) {
        this.options = options.join().orElseThrow();
        this.reader = new PoolStateReader(node, options.catalogue());
        this.depositors = new DepositorLookup(
                ifThere, options.catalogue().contracts().custodians(), this.options.custodySince(), options.maxRange());
    }

    /** All of them, as they are at the end of a block, which is final. */
    List<JoinedPool> at(long block) {
        Map<PoolListing, PoolEvent.Builder> states = new LinkedHashMap<>();
        reader.pools().forEach(pool -> states.put(pool, reader.read(pool, options.positions(), block)));
        List<PoolStateNft> nfts = states.values().stream()
                .flatMap(state -> state.getState().getNfts().stream())
                .toList();
        depositors.tellOwners(nfts, block);
        return states.entrySet().stream()
                .map(pool -> JoinedPool.of(pool.getKey().address(), pool.getValue()))
                .toList();
    }
}
