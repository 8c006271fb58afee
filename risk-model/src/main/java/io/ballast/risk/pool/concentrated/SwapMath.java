/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.concentrated.FixedPoint.divideRoundingUp;

import java.math.BigInteger;

/** One step of a swap and its fee. Source: v3-core {@code SwapMath.computeSwapStep}; v3 whitepaper section 6.2.3. */
public final class SwapMath {

    static final BigInteger ONE_IN_PIPS = BigInteger.valueOf(1_000_000);

    private SwapMath() {}

    /**
     * How far one step goes and what it costs. It goes down if the target is at or below the current price.
     *
     * @param sqrtCurrentX96  sqrt price before the step
     * @param sqrtTargetX96  sqrt price that the step must not pass
     * @param liquidity  liquidity in range, may be zero
     * @param amountRemaining  not negative: input still to be paid, fee included; negative: minus the output still wanted
     * @param feePips  the pool's fee in millionths of the input
     */
    public static SwapStep computeSwapStep(
            BigInteger sqrtCurrentX96,
            BigInteger sqrtTargetX96,
            BigInteger liquidity,
            BigInteger amountRemaining,
            int feePips) {
        return computeSwapStep(
                sqrtCurrentX96, sqrtTargetX96, liquidity, amountRemaining, feePips, SwapRules.UNISWAP_V3);
    }

    /** The same by the rules of a certain contract; the sign of the amount is v3's. */
    static SwapStep computeSwapStep(
            BigInteger sqrtCurrentX96,
            BigInteger sqrtTargetX96,
            BigInteger liquidity,
            BigInteger amountRemaining,
            int feePips,
            SwapRules rules) {
        boolean zeroForOne = sqrtCurrentX96.compareTo(sqrtTargetX96) >= 0;
        return amountRemaining.signum() >= 0
                ? exactInput(sqrtCurrentX96, sqrtTargetX96, liquidity, amountRemaining, feePips, zeroForOne, rules)
                : exactOutput(sqrtCurrentX96, sqrtTargetX96, liquidity, amountRemaining.negate(), feePips, zeroForOne);
    }

    /** The fee that belongs to an input that moved the price: {@code amountIn * fee / (1 - fee)}, rounded up. */
    static BigInteger feeOnTop(BigInteger amountIn, int feePips) {
        if (amountIn.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigInteger fee = BigInteger.valueOf(feePips);
        return divideRoundingUp(amountIn.multiply(fee), ONE_IN_PIPS.subtract(fee));
    }

    /** What is left of an input once the fee is taken off, rounded down. */
    static BigInteger lessFee(BigInteger amount, int feePips) {
        return amount.multiply(ONE_IN_PIPS.subtract(BigInteger.valueOf(feePips)))
                .divide(ONE_IN_PIPS);
    }

    static BigInteger amountIn(BigInteger fromX96, BigInteger toX96, BigInteger liquidity, boolean zeroForOne) {
        return zeroForOne
                ? SqrtPriceMath.getAmount0Delta(fromX96, toX96, liquidity, true)
                : SqrtPriceMath.getAmount1Delta(fromX96, toX96, liquidity, true);
    }

    static BigInteger amountOut(BigInteger fromX96, BigInteger toX96, BigInteger liquidity, boolean zeroForOne) {
        return zeroForOne
                ? SqrtPriceMath.getAmount1Delta(fromX96, toX96, liquidity, false)
                : SqrtPriceMath.getAmount0Delta(fromX96, toX96, liquidity, false);
    }

    private static SwapStep exactInput(
            BigInteger current,
            BigInteger target,
            BigInteger liquidity,
            BigInteger remaining,
            int feePips,
            boolean zeroForOne,
            SwapRules rules) {
        BigInteger toTarget = amountIn(current, target, liquidity, zeroForOne);
        BigInteger spendable = lessFee(remaining, feePips);
        if (spendable.compareTo(toTarget) >= 0) {
            BigInteger out = amountOut(current, target, liquidity, zeroForOne);
            return new SwapStep(target, toTarget, out, feeOnTop(toTarget, feePips));
        }
        BigInteger next = SqrtPriceMath.getNextSqrtPriceFromInput(current, liquidity, spendable, zeroForOne);
        BigInteger in = rules.spendsAll() ? spendable : amountIn(current, next, liquidity, zeroForOne);
        boolean rateAlone = !rules.spendsAll() && next.equals(target);
        BigInteger fee = rateAlone ? feeOnTop(in, feePips) : remaining.subtract(in);
        return new SwapStep(next, in, amountOut(current, next, liquidity, zeroForOne), fee);
    }

    private static SwapStep exactOutput(
            BigInteger current,
            BigInteger target,
            BigInteger liquidity,
            BigInteger wanted,
            int feePips,
            boolean zeroForOne) {
        BigInteger toTarget = amountOut(current, target, liquidity, zeroForOne);
        BigInteger next = wanted.compareTo(toTarget) >= 0
                ? target
                : SqrtPriceMath.getNextSqrtPriceFromOutput(current, liquidity, wanted, zeroForOne);
        BigInteger in = amountIn(current, next, liquidity, zeroForOne);
        BigInteger out = amountOut(current, next, liquidity, zeroForOne).min(wanted);
        return new SwapStep(next, in, out, feeOnTop(in, feePips));
    }
}
