/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.TickMath.MAX_TICK;
import static io.ballast.risk.pool.concentrated.TickMath.MIN_TICK;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A pool's initialised ticks. Mutable and single-threaded.
 *
 * <p>Source: v3-core {@code Tick} and {@code TickBitmap}.
 */
final class TickTable {

    private static final BigInteger MAX_UINT128 = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    private final int tickSpacing;
    private final BigInteger maxLiquidityPerTick;
    private final JournaledMap<Integer, TickState> table;

    TickTable(int tickSpacing, Journal journal) {
        this.tickSpacing = tickSpacing;
        this.maxLiquidityPerTick = maxLiquidityPerTick(tickSpacing);
        this.table = new JournaledMap<>("ticks", journal);
    }

    /** Source: v3-core {@code Tick.tickSpacingToMaxLiquidityPerTick}. */
    static BigInteger maxLiquidityPerTick(int tickSpacing) {
        int usableTicks = MAX_TICK / tickSpacing - MIN_TICK / tickSpacing + 1;
        return MAX_UINT128.divide(BigInteger.valueOf(usableTicks));
    }

    JournaledMap<Integer, TickState> table() {
        return table;
    }

    /** The tick's state; {@link TickState#EMPTY} if no slot uses it. */
    TickState get(int tick) {
        TickState state = table.get(tick);
        return state == null ? TickState.EMPTY : state;
    }

    FeeGrowth feeGrowthInside(int tickLower, int tickUpper, ConcentratedState pool) {
        return FeeGrowth.inside(
                tickLower,
                tickUpper,
                pool.tick(),
                pool.feeGrowthGlobal(),
                get(tickLower).feeGrowthOutside(),
                get(tickUpper).feeGrowthOutside());
    }

    void requireSpaced(SlotKey key) {
        requireSpaced("tickLower", key.tickLower());
        requireSpaced("tickUpper", key.tickUpper());
    }

    /** Adds a slot's liquidity at both ends; a tick used for the first time takes its growth outside from the pool. */
    void add(SlotKey key, BigInteger liquidity, ConcentratedState pool) {
        update(key.tickLower(), liquidity, liquidity, pool);
        update(key.tickUpper(), liquidity, liquidity.negate(), pool);
    }

    /** Has these and no others from now on. */
    void replace(NavigableMap<Integer, TickState> all) {
        all.keySet().forEach(tick -> requireSpaced("tick", tick));
        List.copyOf(table.view().keySet()).stream()
                .filter(tick -> !all.containsKey(tick))
                .forEach(table::remove);
        all.forEach(table::put);
    }

    /** Takes a slot's liquidity away at both ends. Ticks left without any stay until {@link #clear}. */
    void subtract(SlotKey key, BigInteger liquidity, ConcentratedState pool) {
        update(key.tickLower(), liquidity.negate(), liquidity.negate(), pool);
        update(key.tickUpper(), liquidity.negate(), liquidity, pool);
    }

    /** Forgets the slot's ticks that nobody uses any more. */
    void clear(SlotKey key) {
        clear(key.tickLower());
        clear(key.tickUpper());
    }

    /** Liquidity in range at a tick, as far as the ticks tell. */
    BigInteger liquidityAt(int tick) {
        return table.view().headMap(tick, true).values().stream()
                .map(TickState::liquidityNet)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Crosses every known tick between two ticks of the pool, at one global growth: for a move known only by its ends. */
    void crossBetween(int from, int to, FeeGrowth global) {
        Map<Integer, TickState> passed =
                new TreeMap<>(table.view().subMap(Math.min(from, to), false, Math.max(from, to), true));
        passed.forEach((tick, state) -> table.put(tick, state.crossed(global)));
    }

    /**
     * The next stop of a swap from a tick, in one bitmap word.
     *
     * <p>Source: v3-core {@code TickBitmap.nextInitializedTickWithinOneWord}. The word edges matter although no liquidity
     * changes there: each stop rounds amounts and fee once more.
     */
    SwapStop nextStop(int tick, boolean zeroForOne) {
        int stop = nextStopTick(tick, zeroForOne);
        return new SwapStop(stop, table.get(stop) != null);
    }

    /** Where {@link #nextStop} is. */
    int nextStopTick(int tick, boolean zeroForOne) {
        int compressed = Math.floorDiv(tick, tickSpacing);
        return zeroForOne ? stopDown(compressed) : stopUp(compressed + 1);
    }

    private int stopDown(int compressed) {
        int wordEdge = (compressed >> 8 << 8) * tickSpacing;
        Integer found = table.view().floorKey(compressed * tickSpacing);
        return found != null && found >= wordEdge ? found : Math.max(MIN_TICK, wordEdge);
    }

    private int stopUp(int compressed) {
        int wordEdge = ((compressed >> 8 << 8) + 255) * tickSpacing;
        Integer found = table.view().ceilingKey(compressed * tickSpacing);
        return found != null && found <= wordEdge ? found : Math.min(MAX_TICK, wordEdge);
    }

    private void update(int tick, BigInteger grossChange, BigInteger netChange, ConcentratedState pool) {
        TickState before = table.get(tick);
        if (before == null) {
            // By convention all growth so far happened below the tick.
            before =
                    TickState.EMPTY.withFeeGrowthOutside(tick <= pool.tick() ? pool.feeGrowthGlobal() : FeeGrowth.ZERO);
        }
        BigInteger gross = before.liquidityGross().add(grossChange);
        if (gross.compareTo(maxLiquidityPerTick) > 0) {
            throw new IllegalArgumentException("liquidityGross " + gross + " at tick " + tick
                    + " is more than a tick may have at spacing " + tickSpacing + ": " + maxLiquidityPerTick);
        }
        table.put(tick, before.withLiquidity(gross, before.liquidityNet().add(netChange)));
    }

    private void clear(int tick) {
        if (get(tick).liquidityGross().signum() == 0) {
            table.remove(tick);
        }
    }

    private void requireSpaced(String what, int tick) {
        if (tick % tickSpacing != 0) {
            throw new IllegalArgumentException(what + " " + tick + " is not a multiple of the spacing " + tickSpacing);
        }
    }
}
