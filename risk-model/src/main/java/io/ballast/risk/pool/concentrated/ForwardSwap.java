/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.requireInt;

import java.math.BigInteger;

/** A swap simulated step by step. Source: v3-core {@code UniswapV3Pool.swap}. Mutable; lives for one swap. */
final class ForwardSwap {

    private final SwapCursor cursor;
    private final boolean zeroForOne;
    private final BigInteger amountSpecified;
    private final BigInteger sqrtPriceLimitX96;
    private BigInteger remaining;
    private BigInteger calculated = BigInteger.ZERO;

    ForwardSwap(SwapCursor cursor, boolean zeroForOne, BigInteger amountSpecified, BigInteger sqrtPriceLimitX96) {
        this.cursor = cursor;
        this.zeroForOne = zeroForOne;
        this.amountSpecified = requireInt("amountSpecified", amountSpecified, 256);
        this.sqrtPriceLimitX96 = sqrtPriceLimitX96;
        this.remaining = amountSpecified;
        requireSomething();
        requireLimitAhead();
    }

    SwapResult run() {
        while (remaining.signum() != 0 && !cursor.isAt(sqrtPriceLimitX96)) {
            step();
        }
        BigInteger specified = amountSpecified.subtract(remaining);
        boolean specifiedIsToken0 = zeroForOne == exactInput();
        ConcentratedState after = cursor.pool();
        return new SwapResult(
                specifiedIsToken0 ? specified : calculated,
                specifiedIsToken0 ? calculated : specified,
                after.sqrtPriceX96(),
                after.liquidity(),
                after.tick());
    }

    private void step() {
        SwapStop stop = cursor.nextStop();
        BigInteger stopPrice = TickMath.sqrtPriceX96AtTick(stop.tick());
        BigInteger target = zeroForOne ? stopPrice.max(sqrtPriceLimitX96) : stopPrice.min(sqrtPriceLimitX96);
        ConcentratedState before = cursor.pool();
        SwapStep step = SwapMath.computeSwapStep(
                before.sqrtPriceX96(), target, before.liquidity(), remaining, cursor.feePips(), cursor.rules());
        settle(step);
        cursor.accrue(step.amountIn().add(step.feeAmount()), step.feeAmount());
        if (step.sqrtPriceNextX96().equals(stopPrice)) {
            cursor.reach(stop, stopPrice);
        } else if (!cursor.isAt(step.sqrtPriceNextX96())) {
            cursor.rest(step.sqrtPriceNextX96(), TickMath.tickAtSqrtPriceX96(step.sqrtPriceNextX96()));
        }
    }

    private void settle(SwapStep step) {
        BigInteger paid = step.amountIn().add(step.feeAmount());
        if (exactInput()) {
            remaining = remaining.subtract(paid);
            calculated = calculated.subtract(step.amountOut());
        } else {
            remaining = remaining.add(step.amountOut());
            calculated = calculated.add(paid);
        }
    }

    private boolean exactInput() {
        return amountSpecified.signum() > 0;
    }

    private void requireSomething() {
        if (amountSpecified.signum() == 0) {
            throw new IllegalArgumentException("AS: amountSpecified 0: a swap needs an amount");
        }
    }

    private void requireLimitAhead() {
        BigInteger price = cursor.pool().sqrtPriceX96();
        boolean ahead = zeroForOne
                ? sqrtPriceLimitX96.compareTo(price) < 0 && sqrtPriceLimitX96.compareTo(TickMath.MIN_SQRT_PRICE_X96) > 0
                : sqrtPriceLimitX96.compareTo(price) > 0
                        && sqrtPriceLimitX96.compareTo(TickMath.MAX_SQRT_PRICE_X96) < 0;
        if (!ahead) {
            throw new IllegalArgumentException("SPL: sqrtPriceLimitX96 " + sqrtPriceLimitX96 + " must lie "
                    + (zeroForOne ? "below" : "above") + " the pool's price " + price + ", inside a pool's prices");
        }
    }
}
