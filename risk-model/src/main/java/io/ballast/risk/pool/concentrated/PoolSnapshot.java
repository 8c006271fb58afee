/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A pool's state as its contract has it at the end of a block.
 *
 * @param sqrtPriceX96  sqrt price, Q64.96
 * @param tick  the pool's tick
 * @param liquidity  liquidity in range (uint128)
 * @param feeGrowthGlobal  fees per unit of liquidity
 * @param feeProtocol0  the protocol's part of the fees in token0, as the contract keeps it
 * @param feeProtocol1  the same of token1
 * @param ticks  all initialised ticks
 * @param slots  those of the slots that are asked for
 */
public record PoolSnapshot(
        BigInteger sqrtPriceX96,
        int tick,
        BigInteger liquidity,
        FeeGrowth feeGrowthGlobal,
        int feeProtocol0,
        int feeProtocol1,
        NavigableMap<Integer, TickState> ticks,
        Map<SlotKey, SlotState> slots) {

    /** @throws IllegalArgumentException if it contradicts itself: a tick is missing, or it is of no one block */
    public PoolSnapshot {
        ticks = new TreeMap<>(ticks);
        slots = Map.copyOf(slots);
        if (!TickMath.holds(tick, sqrtPriceX96)) {
            throw new IllegalArgumentException("tick " + tick + " does not belong to sqrtPriceX96 " + sqrtPriceX96);
        }
        requireSum("up to the tick " + tick, ticks.headMap(tick, true), liquidity);
        requireSum("over all ticks", ticks, BigInteger.ZERO);
    }

    private static void requireSum(String what, Map<Integer, TickState> ticks, BigInteger expected) {
        BigInteger sum = ticks.values().stream().map(TickState::liquidityNet).reduce(BigInteger.ZERO, BigInteger::add);
        if (!sum.equals(expected)) {
            throw new IllegalArgumentException(
                    "the snapshot's liquidityNet " + what + " sums to " + sum + ", not to " + expected);
        }
    }
}
