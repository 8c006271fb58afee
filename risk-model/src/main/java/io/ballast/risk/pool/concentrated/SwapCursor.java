/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import io.ballast.risk.journal.JournaledMap;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a swap has got, apart from the pool itself until it is committed: a walk can be given up at any point.
 *
 * <p>Mutable and single-threaded; lives for one swap.
 */
final class SwapCursor {

    private final TickTable ticks;
    private final SwapRules rules;
    private final int feePips;
    private final boolean zeroForOne;
    private final Map<Integer, TickState> crossed = new TreeMap<>();
    private ConcentratedState pool;

    SwapCursor(ConcentratedState pool, TickTable ticks, SwapRules rules, int feePips, boolean zeroForOne) {
        this.pool = pool;
        this.ticks = ticks;
        this.rules = rules;
        this.feePips = feePips;
        this.zeroForOne = zeroForOne;
    }

    ConcentratedState pool() {
        return pool;
    }

    boolean isAt(BigInteger sqrtPriceX96) {
        return pool.sqrtPriceX96().equals(sqrtPriceX96);
    }

    /** True when the lowest tick was passed: the next stop would be that one again, for ever. */
    boolean isBelowAllTicks() {
        return pool.tick() < TickMath.MIN_TICK;
    }

    SwapStop nextStop() {
        return ticks.nextStop(pool.tick(), zeroForOne);
    }

    SwapRules rules() {
        return rules;
    }

    /** The swap's fee in millionths of the input. */
    int feePips() {
        return feePips;
    }

    /**
     * Shares a step's fee among the liquidity that the step used: before the tick at its end is crossed.
     *
     * @param paid  the step's input and fee
     */
    void accrue(BigInteger paid, BigInteger fee) {
        pool = pool.withFee(zeroForOne, fee, rules.protocolShare(paid, fee, pool.feeProtocol(zeroForOne), feePips));
    }

    /** Moves to a stop's own price and through it. */
    void reach(SwapStop stop, BigInteger stopSqrtPriceX96) {
        BigInteger liquidity = pool.liquidity();
        if (stop.initialized()) {
            TickState tick = ticks.get(stop.tick());
            crossed.put(stop.tick(), tick.crossed(pool.feeGrowthGlobal()));
            liquidity = zeroForOne ? liquidity.subtract(tick.liquidityNet()) : liquidity.add(tick.liquidityNet());
        }
        pool = pool.at(stopSqrtPriceX96, zeroForOne ? stop.tick() - 1 : stop.tick(), liquidity);
    }

    /** Moves to a price between two stops. */
    void rest(BigInteger sqrtPriceX96, int tick) {
        pool = pool.at(sqrtPriceX96, tick, pool.liquidity());
    }

    /** Writes the crossed ticks back and returns the pool as the swap leaves it. */
    ConcentratedState commit() {
        JournaledMap<Integer, TickState> table = ticks.table();
        crossed.forEach(table::put);
        return pool;
    }
}
