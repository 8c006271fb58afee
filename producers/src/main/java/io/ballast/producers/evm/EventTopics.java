/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The events that the decoder reads, by their first topic, for whoever has to fetch them. */
public final class EventTopics {

    /** Of a concentrated pool on a position; its owner is the second topic. */
    public static final Set<String> ON_SLOT = Set.of(Topic0.MINT, Topic0.BURN, Topic0.COLLECT);

    /** Of Uniswap v4's PoolManager on one of its pools; the pool's id is the second topic. */
    static final Set<String> OF_SINGLETON =
            Set.of(Topic0.V4_MODIFY, Topic0.V4_SWAP, Topic0.V4_DONATE, Topic0.V4_PROTOCOL_FEE);

    /** Of Balancer's vault on a pool; the pool's id is the second topic. */
    static final Set<String> OF_VAULT = Set.of(Topic0.BALANCER_SWAP, Topic0.BALANCER_BALANCE, Topic0.BALANCER_TOKENS);

    /** Of a contract that holds many pools, on one of them, whose id is the second topic. */
    public static final Set<String> WITH_POOL_ID =
            union(Stream.of(Set.of(Topic0.V4_INITIALIZE), OF_SINGLETON, OF_VAULT));

    /** Of a token; from and to are the second topic and the third. */
    public static final Set<String> TRANSFER = Set.of(Topic0.TRANSFER);

    /** Of whichever contract: it works no more, or works again. */
    public static final Set<String> PAUSES = Set.of(Topic0.PAUSED, Topic0.UNPAUSED, Topic0.PAUSED_STATE_CHANGED);

    /** Of pools of Curve's that are not read. */
    static final Set<String> OF_OTHER_CURVE = Set.of(
            Topic0.CURVE_EXCHANGE_UNDERLYING,
            Topic0.CURVE_NG_ADD,
            Topic0.CURVE_NG_REMOVE,
            Topic0.CURVE_NG_REMOVE_ONE,
            Topic0.CURVE_NG_REMOVE_IMBALANCE);

    private static final Set<String> OF_SHARES = Set.of(
            Topic0.BALANCER_FEE,
            Topic0.BALANCER_AMP_STARTED,
            Topic0.BALANCER_AMP_STOPPED,
            Topic0.BALANCER_WEIGHTS,
            Topic0.CURVE_EXCHANGE,
            Topic0.CURVE_ADD,
            Topic0.CURVE_REMOVE,
            Topic0.CURVE_REMOVE_IMBALANCE,
            Topic0.CURVE_REMOVE_ONE,
            Topic0.CURVE_REMOVE_ONE_BEFORE,
            Topic0.CURVE_RAMP,
            Topic0.CURVE_STOP_RAMP,
            Topic0.CURVE_NEW_FEE);

    private static final Set<String> OF_UNISWAP_AND_OTHERS = Set.of(
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

    /** All of them. */
    public static final Set<String> ALL =
            union(Stream.of(OF_UNISWAP_AND_OTHERS, WITH_POOL_ID, OF_SHARES, OF_OTHER_CURVE, PAUSES));

    private EventTopics() {}

    private static Set<String> union(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
