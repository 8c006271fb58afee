/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.Boundaries;
import io.ballast.risk.aggregate.LiquidityProfile;
import java.math.BigInteger;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * A group's liquidity as it was where a window starts, by boundary: that of now less what came in and plus what went out since.
 * Only the difference is kept. When the start moves, the cells that it passes leave the difference; a deposit or withdrawal
 * changes the liquidity of now and the difference alike, and nothing here.
 *
 * <p>Sums over it are kept by somebody else, who is told what has changed when he asks ({@link #tell}): what comes and is taken
 * back before that costs him nothing. Until then {@link #netAt} is what he was told.
 *
 * <p>Mutable and single-threaded.
 */
public final class StartLiquidity implements Boundaries {

    private final Window window;
    private final NavigableMap<Long, FlowCell> cells;
    private final LiquidityProfile now;
    /** What came in less what went out in the cells inside the window. */
    private final NavigableMap<Integer, BigInteger> young = new TreeMap<>();

    private final NavigableMap<Integer, BigInteger> untold = new TreeMap<>();
    private long startCell;

    StartLiquidity(Window window, NavigableMap<Long, FlowCell> cells, LiquidityProfile now, long startMs) {
        this.window = window;
        this.cells = cells;
        this.now = now;
        startCell = window.cellOf(startMs);
        Integer tick = now.boundaryAbove(Integer.MIN_VALUE);
        while (tick != null) {
            add(untold, tick, now.netAt(tick));
            tick = now.boundaryAbove(tick);
        }
        netOf(cells.tailMap(startCell, false)).forEach(this::enter);
    }

    /** The window starts elsewhere: later, or earlier after something was undone. */
    public void moveTo(long startMs) {
        move(window.cellOf(startMs));
    }

    /** These cells will be forgotten: the window starts after them. */
    void leaveBehind(long upToCell) {
        if (upToCell > startCell) {
            move(upToCell);
        }
    }

    private void move(long toCell) {
        if (toCell > startCell) {
            netOf(cells.subMap(startCell, false, toCell, true)).forEach((tick, net) -> enter(tick, net.negate()));
        } else if (toCell < startCell) {
            netOf(cells.subMap(toCell, false, startCell, true)).forEach(this::enter);
        }
        startCell = toCell;
    }

    void liquidityChanged(int tickLower, int tickUpper, BigInteger change) {
        add(untold, tickLower, change);
        add(untold, tickUpper, change.negate());
    }

    void flowChanged(long cell, FlowChange flow) {
        BigInteger change = flow.netX64().shiftRight(Scale.LIQUIDITY);
        if (cell > startCell && change.signum() != 0) {
            enter(flow.tickLower(), change);
            enter(flow.tickUpper(), change.negate());
        }
    }

    /** Tells of what has changed by boundary since it did so last; at first, of everything. */
    public void tell(ObjIntConsumer<BigInteger> netChanged) {
        while (!untold.isEmpty()) {
            Map.Entry<Integer, BigInteger> change = untold.pollFirstEntry();
            netChanged.accept(change.getValue(), change.getKey());
        }
    }

    @Override
    public BigInteger netAt(int tick) {
        return now.netAt(tick)
                .subtract(young.getOrDefault(tick, BigInteger.ZERO))
                .subtract(untold.getOrDefault(tick, BigInteger.ZERO));
    }

    /** Of what was told and what was not. */
    @Override
    public Integer boundaryAbove(int tick) {
        return lower(now.boundaryAbove(tick), lower(young.higherKey(tick), untold.higherKey(tick)));
    }

    private void enter(int tick, BigInteger net) {
        add(young, tick, net);
        add(untold, tick, net.negate());
    }

    private Map<Integer, BigInteger> netOf(Map<Long, FlowCell> of) {
        Map<Integer, BigInteger> sums = new TreeMap<>();
        of.values().forEach(cell -> cell.addNetX64(sums));
        sums.replaceAll((tick, netX64) -> netX64.shiftRight(Scale.LIQUIDITY));
        return sums;
    }

    private static Integer lower(Integer one, Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    private static void add(Map<Integer, BigInteger> sums, int tick, BigInteger change) {
        BigInteger sum = sums.getOrDefault(tick, BigInteger.ZERO).add(change);
        if (sum.signum() == 0) {
            sums.remove(tick);
        } else {
            sums.put(tick, sum);
        }
    }
}
