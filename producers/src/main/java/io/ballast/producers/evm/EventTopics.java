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
            Topic0.NFT_INCREASE,
            Topic0.NFT_DECREASE,
            Topic0.NFT_COLLECT,
            Topic0.TRANSFER,
            Topic0.PAIR_CREATED,
            Topic0.PAIR_MINT,
            Topic0.PAIR_BURN,
            Topic0.PAIR_SYNC,
            Topic0.PAIR_SWAP,
            Topic0.PAUSED,
            Topic0.UNPAUSED,
            Topic0.PAUSED_STATE_CHANGED);

    /** Of a concentrated pool on a position; its owner is the second topic. */
    public static final Set<String> ON_SLOT = Set.of(Topic0.MINT, Topic0.BURN, Topic0.COLLECT);

    /** Of a token; from and to are the second topic and the third. */
    public static final Set<String> TRANSFER = Set.of(Topic0.TRANSFER);

    private EventTopics() {}
}
