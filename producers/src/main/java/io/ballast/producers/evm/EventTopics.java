/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Set;

/** The events that the decoder reads, by their first topic, for whoever has to fetch them. */
public final class EventTopics {

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            Topic0.POOL_CREATED,
            Topic0.INITIALIZE,
            Topic0.MINT,
            Topic0.BURN,
            Topic0.SWAP,
            Topic0.COLLECT,
            Topic0.FLASH,
            Topic0.SET_FEE_PROTOCOL,
            Topic0.COLLECT_PROTOCOL,
            Topic0.PANCAKE_SWAP,
            Topic0.PANCAKE_SET_FEE_PROTOCOL,
            Topic0.SLIPSTREAM_POOL_CREATED,
            Topic0.SLIPSTREAM_CUSTOM_FEE,
            Topic0.SLIPSTREAM_CUSTOM_FEE_BEFORE,
            Topic0.V4_INITIALIZE,
            Topic0.V4_MODIFY,
            Topic0.V4_SWAP,
            Topic0.V4_DONATE,
            Topic0.V4_PROTOCOL_FEE,
            Topic0.ANSWER_UPDATED,
            Topic0.NFT_INCREASE,
            Topic0.NFT_DECREASE,
            Topic0.NFT_COLLECT,
            Topic0.TRANSFER,
            Topic0.PAIR_CREATED,
            Topic0.PAIR_MINT,
            Topic0.PAIR_BURN,
            Topic0.PAIR_SYNC,
            Topic0.PAIR_SWAP);

    /** Of a concentrated pool on a position; its owner is the second topic. */
    public static final Set<String> ON_SLOT = Set.of(Topic0.MINT, Topic0.BURN, Topic0.COLLECT);

    /** Of Uniswap v4's PoolManager on one of its pools; the pool's id is the second topic. */
    public static final Set<String> OF_SINGLETON =
            Set.of(Topic0.V4_MODIFY, Topic0.V4_SWAP, Topic0.V4_DONATE, Topic0.V4_PROTOCOL_FEE);

    /** Likewise, and the one by which such a pool comes into being. */
    public static final Set<String> WITH_POOL_ID =
            Set.of(Topic0.V4_INITIALIZE, Topic0.V4_MODIFY, Topic0.V4_SWAP, Topic0.V4_DONATE, Topic0.V4_PROTOCOL_FEE);

    /** Of a token; from and to are the second topic and the third. */
    public static final Set<String> TRANSFER = Set.of(Topic0.TRANSFER);

    private EventTopics() {}
}
