/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import io.ballast.risk.integer.LimbDivision;
import io.ballast.risk.integer.Limbs;
import java.math.BigInteger;

/**
 * Replays the swap that nearly every swap is: it ends before the next stop, in the liquidity it began with. It comes to the
 * same state as {@link SwapReplay}, to the unit, or says that it does not know.
 *
 * <p>What such a step costs, pays and leaves as fee is worked out in limbs of working space that each pool owns; all that is
 * allocated is the state itself and its numbers.
 *
 * <p>Mutable and single-threaded.
 */
final class UncrossedSwap {

    private static final int PIPS = 1_000_000;
    private static final int AMOUNT_LIMBS = 2;
    private static final int GROWTH_LIMBS = 4;
    /** Amounts above this are left to the walk. */
    private static final int MOST_BITS = 127;

    private static final int Q128_LIMBS = 2;

    private final int feePips;
    private final TickTable ticks;
    private final TickPrices tickPrices;
    private final SwapSegment segment = new SwapSegment();
    private final LimbDivision division = new LimbDivision(GROWTH_LIMBS, AMOUNT_LIMBS);
    private final long[] paid = new long[AMOUNT_LIMBS];
    private final long[] out = new long[AMOUNT_LIMBS];
    private final long[] spendable = new long[AMOUNT_LIMBS];
    private final long[] in = new long[AMOUNT_LIMBS];
    private final long[] fee = new long[AMOUNT_LIMBS];
    private final long[] share = new long[AMOUNT_LIMBS];
    private final long[] wide = new long[AMOUNT_LIMBS + 1];
    private final long[] otherWide = new long[AMOUNT_LIMBS + 1];
    private final long[] feeX128 = new long[GROWTH_LIMBS];
    private final long[] growth = new long[GROWTH_LIMBS];
    private final Growth growth0 = new Growth();
    private final Growth growth1 = new Growth();
    private final byte[] bytes = new byte[GROWTH_LIMBS * Long.BYTES];

    UncrossedSwap(int feePips, TickTable ticks, TickPrices tickPrices) {
        this.feePips = feePips;
        this.ticks = ticks;
        this.tickPrices = tickPrices;
    }

    /**
     * The state after a swap.
     *
     * @return null if this is another kind of swap, or one that the contract could not have made: the walk decides
     */
    ConcentratedState replay(
            ConcentratedState pool,
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceX96,
            BigInteger liquidity,
            int tick) {
        boolean zeroForOne = amount0.signum() > 0;
        BigInteger amountIn = zeroForOne ? amount0 : amount1;
        BigInteger amountOut = zeroForOne ? amount1 : amount0;
        boolean usual = amountIn.signum() > 0
                && amountOut.signum() <= 0
                && amountIn.bitLength() <= MOST_BITS
                && amountOut.bitLength() <= MOST_BITS
                && pool.liquidity().signum() > 0
                && pool.liquidity().equals(liquidity);
        if (!usual || !staysBetweenStops(pool, sqrtPriceX96, tick, zeroForOne)) {
            return null;
        }
        segment.set(pool.liquidity(), pool.sqrtPriceX96(), sqrtPriceX96, zeroForOne);
        Limbs.readMagnitude(amountIn, paid);
        Limbs.readMagnitude(amountOut, out);
        boolean exact = feeIsKnown(zeroForOne) && (zeroForOne ? segment.gives1(out) : segment.gives0(out));
        return exact ? settled(pool, sqrtPriceX96, tick, zeroForOne) : null;
    }

    private boolean staysBetweenStops(ConcentratedState pool, BigInteger sqrtPriceX96, int tick, boolean zeroForOne) {
        if (!pool.hasPrice() || tick < TickMath.MIN_TICK || tick >= TickMath.MAX_TICK) {
            return false;
        }
        int order = sqrtPriceX96.compareTo(pool.sqrtPriceX96());
        if (zeroForOne ? order >= 0 : order <= 0) {
            return false;
        }
        int stop = ticks.nextStopTick(pool.tick(), zeroForOne);
        boolean before = zeroForOne ? tick >= stop : tick < stop;
        return before
                && tickPrices.holds(tick, sqrtPriceX96)
                && !(zeroForOne && tick == stop && tickPrices.at(tick).equals(sqrtPriceX96));
    }

    /** Splits what was paid into input and fee as the contract does, or finds that it could not have. */
    private boolean feeIsKnown(boolean zeroForOne) {
        Limbs.multiply(paid, PIPS - feePips, wide);
        Limbs.divide(wide, PIPS);
        System.arraycopy(wide, 0, spendable, 0, AMOUNT_LIMBS);
        boolean affordable = zeroForOne ? segment.takes0(spendable, in) : segment.takes1(spendable, in);
        if (!affordable) {
            return false;
        }
        Limbs.subtract(paid, in, fee);
        Limbs.multiply(fee, PIPS - feePips, wide);
        Limbs.multiply(in, feePips, otherWide);
        if (Limbs.subtract(wide, otherWide, wide) != 0) {
            return false;
        }
        // Either just the fee that the input asks for, or all that an exact input left.
        boolean asked = wide[0] >= 0 && wide[0] < PIPS - feePips && wide[1] == 0 && wide[2] == 0;
        return asked || (zeroForOne ? segment.leads0(spendable) : segment.leads1());
    }

    private ConcentratedState settled(ConcentratedState pool, BigInteger sqrtPriceX96, int tick, boolean zeroForOne) {
        int feeProtocol = zeroForOne ? pool.feeProtocol0() : pool.feeProtocol1();
        BigInteger protocolFee = BigInteger.ZERO;
        if (feeProtocol != 0) {
            System.arraycopy(fee, 0, share, 0, AMOUNT_LIMBS);
            Limbs.divide(share, feeProtocol);
            Limbs.subtract(fee, share, fee);
            protocolFee = Limbs.toBigInteger(share, bytes);
        }
        System.arraycopy(fee, 0, feeX128, Q128_LIMBS, AMOUNT_LIMBS);
        division.divide(feeX128, segment.liquidity(), growth);
        BigInteger grown = zeroForOne
                ? growth0.plus(pool.feeGrowthGlobal0X128(), growth, bytes)
                : growth1.plus(pool.feeGrowthGlobal1X128(), growth, bytes);
        return pool.swapped(sqrtPriceX96, tick, zeroForOne, grown, protocolFee);
    }

    /** Growth of one token so far, in limbs: what one swap leaves is what the next begins with. */
    private static final class Growth {

        private final long[] limbs = new long[GROWTH_LIMBS];
        private BigInteger read;

        /** The sum modulo 2^256. */
        BigInteger plus(BigInteger growthX128, long[] more, byte[] scratch) {
            if (growthX128 != read) {
                Limbs.read(growthX128, limbs);
            }
            Limbs.add(limbs, more, limbs);
            read = Limbs.toBigInteger(limbs, scratch);
            return read;
        }
    }
}
