/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotKey;
import java.math.BigInteger;
import java.util.List;

/**
 * Just-in-time liquidity of a concentrated pool so far, and what may become some. Immutable.
 *
 * @param timeMs  event time of the newest block that liquidity came in with, milliseconds
 * @param swapFees  fees of that block's swaps since the first of it came in, raw
 * @param open  what came in with it and is still there
 * @param found  how often liquidity left with the block that it came with, after it had earned something
 * @param fees  what it earned, raw
 * @param ofFees  fees of the swaps that it stood in, raw
 * @param lastMs  event time of the last one; 0: there was none
 */
public record JitState(
        long timeMs,
        TokenAmounts swapFees,
        List<Deposit> open,
        long found,
        TokenAmounts fees,
        TokenAmounts ofFees,
        long lastMs) {

    public static final JitState NONE =
            new JitState(-1, TokenAmounts.ZERO, List.of(), 0, TokenAmounts.ZERO, TokenAmounts.ZERO, 0);

    /**
     * Liquidity that came in.
     *
     * @param growthInside  fees of a unit of its range so far
     * @param swapFees  what {@link JitState#swapFees} was
     */
    public record Deposit(SlotKey slot, BigInteger liquidity, FeeGrowth growthInside, TokenAmounts swapFees) {}

    public JitState {
        open = List.copyOf(open);
    }

    /** Of a block; what came with an older one stays. */
    JitState inBlockOf(long blockMs) {
        return blockMs == timeMs
                ? this
                : new JitState(blockMs, TokenAmounts.ZERO, List.of(), found, fees, ofFees, lastMs);
    }

    JitState withOpen(List<Deposit> deposits) {
        return new JitState(timeMs, swapFees, deposits, found, fees, ofFees, lastMs);
    }

    JitState withSwapFees(TokenAmounts paid) {
        return new JitState(timeMs, swapFees.plus(paid), open, found, fees, ofFees, lastMs);
    }

    JitState withFound(TokenAmounts earned, TokenAmounts of) {
        return new JitState(timeMs, swapFees, open, found + 1, fees.plus(earned), ofFees.plus(of), timeMs);
    }
}
