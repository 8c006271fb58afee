/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.workload;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import java.math.BigInteger;
import java.util.Random;

/**
 * Trades the measured pool along a geometric Brownian motion, by exact inputs as most swaps are, so that each swap's log is
 * what the contract would have written. Mutable and single-threaded.
 */
public final class SwapMaker {

    private static final String EVERYBODY = "0x00000000000000000000000000000000000000ff";
    private static final int FRACTION_BITS = 60;
    private static final BigInteger PLENTY = BigInteger.ONE.shiftLeft(120);

    private final Journal journal = new Journal();
    private final ConcentratedPool pool =
            new ConcentratedPool(MeasuredPool.FEE_PIPS, MeasuredPool.TICK_SPACING, journal);
    private final Random random;
    private final double volatilityPerTick;

    public SwapMaker(Market market) {
        random = new Random(market.seed());
        volatilityPerTick = market.volatilityPerTick();
        pool.initialize(MeasuredPool.FIRST_SQRT_PRICE_X96, MeasuredPool.FIRST_TICK);
    }

    /** Takes a position in; all of one range are one slot here, since nobody asks for them one by one. */
    public TokenAmounts mint(PlannedPosition position) {
        SlotKey slot = new SlotKey(EVERYBODY, position.tickLower(), position.tickUpper());
        TokenAmounts paid = pool.mint(slot, position.liquidity()).orElseThrow();
        journal.cut();
        return paid;
    }

    public SwapResult swap() {
        BigInteger target = nextPrice();
        boolean zeroForOne = target.compareTo(pool.state().sqrtPriceX96()) < 0;
        SwapResult reached = pool.swap(zeroForOne, PLENTY, target);
        Journal.undo(journal.cut());
        BigInteger in = zeroForOne ? reached.amount0() : reached.amount1();
        SwapResult swap = pool.swap(zeroForOne, in, target);
        journal.cut();
        return swap;
    }

    /** What a position has earned, raw: nothing was paid before it was made. */
    public TokenAmounts feesEarned(PlannedPosition position) {
        return pool.feeGrowthInside(position.tickLower(), position.tickUpper()).earnedBy(position.liquidity());
    }

    public BigInteger sqrtPriceX96() {
        return pool.state().sqrtPriceX96();
    }

    /** At least one step of the price's grid away: a swap of nothing is none. */
    private BigInteger nextPrice() {
        BigInteger now = pool.state().sqrtPriceX96();
        double change =
                Math.expm1((volatilityPerTick * random.nextGaussian() - volatilityPerTick * volatilityPerTick / 2) / 2);
        BigInteger step = now.multiply(BigInteger.valueOf((long) (change * (1L << FRACTION_BITS))))
                .shiftRight(FRACTION_BITS);
        return now.add(step.signum() == 0 ? BigInteger.ONE : step);
    }
}
