/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds liquidity that comes in and leaves within one block and takes fees of the swaps in between, which others would have had. Records of
 * one event time count as one block. Of a block that brings more than {@value #MOST_OPEN} deposits the newest are watched: who comes for one swap
 * comes just before it. Mutable and single-threaded; all of its state is in a journaled table.
 */
final class JustInTime {

    static final String TABLE = "jit";

    /** The state is one row, which each deposit of a block writes anew. */
    static final int MOST_OPEN = 64;

    private static final Integer KEY = 0;
    private static final int GROWTH_BITS = 128;
    private static final BigInteger PIPS = BigInteger.valueOf(1_000_000);

    private final ConcentratedPool pool;
    private final int feePips;
    private final JournaledMap<Integer, JitState> states;

    JustInTime(ConcentratedPool pool, int feePips, Journal journal) {
        this.pool = pool;
        this.feePips = feePips;
        states = new JournaledMap<>(TABLE, journal);
    }

    JournaledMap<Integer, JitState> table() {
        return states;
    }

    JitState state() {
        JitState state = states.get(KEY);
        return state == null ? JitState.NONE : state;
    }

    /** Liquidity has come in; of a pool without a price there is nothing to earn. */
    void minted(SlotKey slot, BigInteger liquidity, Marks marks) {
        if (!pool.state().hasPrice()) {
            return;
        }
        JitState block = state().inBlockOf(marks.timeMs());
        List<JitState.Deposit> before = block.open();
        List<JitState.Deposit> open =
                new ArrayList<>(before.subList(Math.max(0, before.size() + 1 - MOST_OPEN), before.size()));
        open.add(new JitState.Deposit(slot, liquidity, inside(slot), block.swapFees()));
        states.put(KEY, block.withOpen(open));
    }

    void swapped(BookEvent.Swap swap, Marks marks) {
        JitState state = state();
        if (state.timeMs() == marks.timeMs() && !state.open().isEmpty()) {
            states.put(KEY, state.withSwapFees(new TokenAmounts(fee(swap.amount0(), swap), fee(swap.amount1(), swap))));
        }
    }

    /** Of what was paid in. */
    private BigInteger fee(BigInteger amount, BookEvent.Swap swap) {
        BigInteger pips = BigInteger.valueOf(swap.fee().feePipsOr(feePips));
        return amount.max(BigInteger.ZERO).multiply(pips).divide(PIPS);
    }

    /** Liquidity has left: all of a deposit, or this is none. */
    void burnt(SlotKey slot, BigInteger liquidity, Marks marks) {
        JitState state = state();
        if (state.timeMs() != marks.timeMs()) {
            return;
        }
        for (JitState.Deposit deposit : state.open()) {
            if (deposit.slot().equals(slot) && deposit.liquidity().compareTo(liquidity) <= 0) {
                left(state, deposit);
                return;
            }
        }
    }

    private void left(JitState state, JitState.Deposit deposit) {
        List<JitState.Deposit> open = new ArrayList<>(state.open());
        open.remove(deposit);
        JitState closed = state.withOpen(open);
        FeeGrowth grown = inside(deposit.slot()).minus(deposit.growthInside());
        TokenAmounts earned = new TokenAmounts(
                earned(deposit.liquidity(), grown.token0X128()), earned(deposit.liquidity(), grown.token1X128()));
        boolean earning = earned.amount0().signum() > 0 || earned.amount1().signum() > 0;
        states.put(KEY, earning ? closed.withFound(earned, since(state, deposit)) : closed);
    }

    private static TokenAmounts since(JitState state, JitState.Deposit deposit) {
        return new TokenAmounts(
                state.swapFees().amount0().subtract(deposit.swapFees().amount0()),
                state.swapFees().amount1().subtract(deposit.swapFees().amount1()));
    }

    private static BigInteger earned(BigInteger liquidity, BigInteger grownX128) {
        return liquidity.multiply(grownX128).shiftRight(GROWTH_BITS);
    }

    private FeeGrowth inside(SlotKey slot) {
        return pool.feeGrowthInside(slot.tickLower(), slot.tickUpper());
    }
}
