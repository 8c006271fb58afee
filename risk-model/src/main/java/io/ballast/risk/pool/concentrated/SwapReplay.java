/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.wrap;

import java.math.BigInteger;

/**
 * Walks a recorded swap tick by tick, which gives the fees of each step to the unit.
 *
 * <p>The log says where the price ended and what went in altogether: every full step costs what it must, the last one
 * gets what remains. The walk is exact only if the contract would have made this very log from the pool as we know it.
 *
 * <p>Mutable; lives for one swap.
 */
final class SwapReplay {

    private final SwapCursor cursor;
    private final int feePips;
    private final SwapResult log;
    private final LoggedFee logged;
    private final BigInteger protocolFeesBefore;
    private final boolean zeroForOne;
    private BigInteger left;
    private BigInteger out = BigInteger.ZERO;
    /** Before the last step that moved the price. */
    private ConcentratedState lastStepFrom;

    private BigInteger lastStepOut = BigInteger.ZERO;
    /** The last fee was what remained of an exact input, not what the step's input asks for. */
    private boolean remainderWasFee;

    SwapReplay(SwapCursor cursor, SwapResult log, LoggedFee logged, boolean zeroForOne) {
        this.cursor = cursor;
        this.feePips = cursor.feePips();
        this.log = log;
        this.logged = logged;
        this.protocolFeesBefore = cursor.pool().protocolFees(zeroForOne);
        this.zeroForOne = zeroForOne;
        this.left = log.amountIn(zeroForOne);
        this.lastStepFrom = cursor.pool();
    }

    /** Returns whether the walk came out exactly where the log says, with exactly the log's amounts. */
    boolean run() {
        if (isBeyondLog(cursor.pool().sqrtPriceX96())) {
            return false;
        }
        boolean possible = true;
        while (possible && !arrived()) {
            possible = !cursor.isBelowAllTicks() && step();
        }
        return possible && endedAsLogged() && outputAsLogged() && protocolShareAsLogged();
    }

    private boolean arrived() {
        return left.signum() == 0 && cursor.isAt(log.sqrtPriceX96());
    }

    private boolean step() {
        SwapStop stop = cursor.nextStop();
        BigInteger stopPrice = TickMath.sqrtPriceX96AtTick(stop.tick());
        if (cursor.isAt(log.sqrtPriceX96()) && !cursor.isAt(stopPrice)) {
            return endOnFeeAlone();
        }
        return isBeyondLog(stopPrice) ? endBetweenStops() : passStop(stop, stopPrice);
    }

    private boolean passStop(SwapStop stop, BigInteger stopPrice) {
        BigInteger paid = move(stopPrice);
        if (feePips == LoggedFee.ALL_PIPS && paid.signum() > 0) {
            return false;
        }
        BigInteger fee = SwapMath.feeOnTop(paid, feePips);
        left = left.subtract(paid).subtract(fee);
        if (left.signum() < 0) {
            return false;
        }
        cursor.accrue(paid.add(fee), fee);
        cursor.reach(stop, stopPrice);
        return cursor.pool().liquidity().signum() >= 0;
    }

    private boolean endBetweenStops() {
        BigInteger price = log.sqrtPriceX96();
        ConcentratedState before = cursor.pool();
        BigInteger in = move(price);
        if (feePips == LoggedFee.ALL_PIPS) {
            return false;
        }
        BigInteger fee = left.subtract(in);
        BigInteger feeOfStep = SwapMath.feeOnTop(in, feePips);
        remainderWasFee = !fee.equals(feeOfStep);
        if (remainderWasFee && (fee.compareTo(feeOfStep) < 0 || !inputLeads(before, price))) {
            return false;
        }
        cursor.accrue(left, cursor.rules().spendsAll() ? feeOfRate() : fee);
        cursor.rest(price, log.tick());
        left = BigInteger.ZERO;
        return TickMath.holds(log.tick(), price);
    }

    /** Of all that is left. Where the input is what the price asks for, it is the fee on top of it, too. */
    private BigInteger feeOfRate() {
        return left.subtract(SwapMath.lessFee(left, feePips));
    }

    /** What was left of the input was too little to move the price: all of it is fee. */
    private boolean endOnFeeAlone() {
        remainderWasFee = true;
        if (!inputLeads(cursor.pool(), log.sqrtPriceX96())) {
            return false;
        }
        cursor.accrue(left, cursor.rules().spendsAll() ? feeOfRate() : left);
        left = BigInteger.ZERO;
        return true;
    }

    /** Takes a step's output and returns its input without fee. */
    private BigInteger move(BigInteger toX96) {
        ConcentratedState from = cursor.pool();
        lastStepFrom = from;
        lastStepOut = SwapMath.amountOut(from.sqrtPriceX96(), toX96, from.liquidity(), zeroForOne);
        out = out.add(lastStepOut);
        return SwapMath.amountIn(from.sqrtPriceX96(), toX96, from.liquidity(), zeroForOne);
    }

    /** True if all that is left, as an exact input, leads from a pool's price to the given one. */
    private boolean inputLeads(ConcentratedState from, BigInteger toX96) {
        return from.liquidity().signum() > 0
                && SqrtPriceMath.getNextSqrtPriceFromInput(
                                from.sqrtPriceX96(), from.liquidity(), SwapMath.lessFee(left, feePips), zeroForOne)
                        .equals(toX96);
    }

    private boolean endedAsLogged() {
        ConcentratedState pool = cursor.pool();
        return pool.tick() == log.tick() && pool.liquidity().equals(log.liquidity());
    }

    private boolean protocolShareAsLogged() {
        return logged.protocolShare() == null
                || logged.protocolShare()
                        .equals(wrap(cursor.pool().protocolFees(zeroForOne).subtract(protocolFeesBefore), 128));
    }

    private boolean outputAsLogged() {
        BigInteger logged = log.amountOut(zeroForOne);
        if (out.equals(logged)) {
            return true;
        }
        // An exact output pays no more than was asked for, although the price it moves to would give more.
        BigInteger asked = logged.subtract(out.subtract(lastStepOut));
        return !remainderWasFee
                && asked.signum() > 0
                && asked.compareTo(lastStepOut) < 0
                && SqrtPriceMath.getNextSqrtPriceFromOutput(
                                lastStepFrom.sqrtPriceX96(), lastStepFrom.liquidity(), asked, zeroForOne)
                        .equals(log.sqrtPriceX96());
    }

    /** True if a price lies beyond the swap's end, in its direction. */
    private boolean isBeyondLog(BigInteger sqrtPriceX96) {
        int order = sqrtPriceX96.compareTo(log.sqrtPriceX96());
        return zeroForOne ? order < 0 : order > 0;
    }
}
