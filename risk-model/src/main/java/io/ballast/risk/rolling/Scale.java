/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import java.math.BigInteger;

/**
 * Fraction bits of the fixed-point integers, and the steps between them. With 256 bits for tokens the loss of a move of one
 * millionth has 20 digits and more at any price a pool can have.
 */
final class Scale {

    /** Of liquidity, so that its split by a fraction loses nothing that shows. */
    static final int LIQUIDITY = 64;

    /** Of sqrt prices. */
    static final int SQRT_PRICE = 96;

    /** Of token0 for each unit of liquidity. */
    static final int AMOUNT0_UNIT = 192;

    /** Of token1 for each unit of liquidity. */
    static final int AMOUNT1_UNIT = 192;

    /** Of tokens, and of liquidity times price. */
    static final int TOKENS = 256;

    private Scale() {}

    /** Worth in token1 of an amount of token0, in the amount's own scale, rounded down. */
    static BigInteger inToken1(BigInteger amount0, BigInteger sqrtPriceX96) {
        return amount0.multiply(sqrtPriceX96).multiply(sqrtPriceX96).shiftRight(2 * SQRT_PRICE);
    }

    /** {@code whole * part / of}, rounded down; the whole if part is of. */
    static BigInteger share(BigInteger whole, BigInteger part, BigInteger of) {
        return whole.signum() == 0 ? whole : whole.multiply(part).divide(of);
    }
}
