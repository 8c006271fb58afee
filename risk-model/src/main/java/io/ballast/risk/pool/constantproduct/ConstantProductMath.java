/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.constantproduct;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;

/** Integer formulas of a constant-product pair, raw units throughout. Source: v2-core {@code UniswapV2Pair}. */
public final class ConstantProductMath {

    /** LP tokens locked for ever by the first mint. */
    public static final BigInteger MINIMUM_LIQUIDITY = BigInteger.valueOf(1000);

    private static final BigInteger ONE_IN_BPS = BigInteger.valueOf(10_000);
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private ConstantProductMath() {}

    /**
     * What a swap of an exact input pays out, rounded down: {@code in' * Rout / (Rin + in')} with {@code in'} the input
     * less fee. Source: v2-periphery {@code UniswapV2Library.getAmountOut}, there with a fee of 30 bps.
     *
     * @throws IllegalArgumentException if the input or a reserve is not positive, or the fee outside 0 to 9999 bps
     */
    public static BigInteger getAmountOut(
            BigInteger amountIn, BigInteger reserveIn, BigInteger reserveOut, int feeBps) {
        requirePositive("amountIn", amountIn);
        requirePositive("reserveIn", reserveIn);
        requirePositive("reserveOut", reserveOut);
        BigInteger lessFee = amountIn.multiply(keptBps(feeBps));
        return lessFee.multiply(reserveOut)
                .divide(reserveIn.multiply(ONE_IN_BPS).add(lessFee));
    }

    /**
     * LP tokens that the next mint or burn creates for the protocol first: a sixth of the growth of {@code sqrt(k)} since
     * {@code kLast}. Source: v2-core {@code UniswapV2Pair._mintFee}; v2 whitepaper eq. 7.
     *
     * @param kLast  reserve0 * reserve1 after the last mint or burn; zero: none yet
     */
    public static BigInteger feeLiquidity(
            BigInteger reserve0, BigInteger reserve1, BigInteger kLast, BigInteger totalSupply) {
        BigInteger rootK = reserve0.multiply(reserve1).sqrt();
        BigInteger rootKLast = kLast.sqrt();
        if (kLast.signum() == 0 || rootK.compareTo(rootKLast) <= 0) {
            return BigInteger.ZERO;
        }
        return totalSupply
                .multiply(rootK.subtract(rootKLast))
                .divide(rootK.multiply(FIVE).add(rootKLast));
    }

    /**
     * LP tokens of the first mint for its owner: {@code sqrt(amount0 * amount1) - 1000}.
     *
     * @throws IllegalArgumentException if that is not positive: the pair refuses such a mint
     */
    public static BigInteger initialLiquidity(TokenAmounts paid) {
        BigInteger liquidity = paid.amount0().multiply(paid.amount1()).sqrt().subtract(MINIMUM_LIQUIDITY);
        requirePositive("initial liquidity", liquidity);
        return liquidity;
    }

    /**
     * LP tokens of a later mint: the lesser of what the two amounts are worth.
     *
     * @param totalSupply  LP tokens before the mint, the protocol's fee liquidity included
     * @throws IllegalArgumentException if a reserve is not positive
     */
    public static BigInteger mintedLiquidity(
            TokenAmounts paid, BigInteger reserve0, BigInteger reserve1, BigInteger totalSupply) {
        requirePositive("reserve0", reserve0);
        requirePositive("reserve1", reserve1);
        BigInteger by0 = paid.amount0().multiply(totalSupply).divide(reserve0);
        BigInteger by1 = paid.amount1().multiply(totalSupply).divide(reserve1);
        return by0.min(by1);
    }

    private static BigInteger keptBps(int feeBps) {
        if (feeBps < 0 || feeBps >= ONE_IN_BPS.intValue()) {
            throw new IllegalArgumentException("feeBps " + feeBps + " is outside 0 to 9999");
        }
        return ONE_IN_BPS.subtract(BigInteger.valueOf(feeBps));
    }

    private static void requirePositive(String what, BigInteger value) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " " + value + " must be positive");
        }
    }
}
