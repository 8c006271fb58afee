/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.oracle;

import io.ballast.benchmarks.workload.MeasuredPool;
import io.ballast.benchmarks.workload.PlannedPosition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A position's figures by the definition, in decimals: v3 whitepaper eq. 6.29 and 6.30 for the amounts, 1.0001^tick for the
 * ends of the range. Shares no code with what is measured.
 */
final class Truth {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal TICK_BASE = new BigDecimal("1.0001");
    private static final BigDecimal Q96 = new BigDecimal(BigInteger.ONE.shiftLeft(96));

    private final BigDecimal liquidity;
    private final BigDecimal sqrtLower;
    private final BigDecimal sqrtUpper;
    private final BigDecimal deposit0;
    private final BigDecimal deposit1;

    /** Figures at one price, token1 and token0 in human units. */
    record Figures(double value, double hodlValue, double il, double delta0, double delta1) {

        /** As a fraction of the basket that it is measured against. */
        double ilFraction() {
            return hodlValue == 0 ? 0 : il / hodlValue;
        }
    }

    /** The position was made at the pool's first price. */
    Truth(PlannedPosition position) {
        liquidity = new BigDecimal(position.liquidity());
        sqrtLower = TICK_BASE.pow(position.tickLower(), DIGITS).sqrt(DIGITS);
        sqrtUpper = TICK_BASE.pow(position.tickUpper(), DIGITS).sqrt(DIGITS);
        BigDecimal entry = sqrtPrice(MeasuredPool.FIRST_SQRT_PRICE_X96);
        // Pools round what they are paid up.
        deposit0 = amount0(entry).setScale(0, RoundingMode.CEILING);
        deposit1 = amount1(entry).setScale(0, RoundingMode.CEILING);
    }

    Figures at(BigInteger sqrtPriceX96) {
        BigDecimal sqrtPrice = sqrtPrice(sqrtPriceX96);
        BigDecimal price = sqrtPrice.multiply(sqrtPrice, DIGITS);
        BigDecimal value = amount0(sqrtPrice).multiply(price).add(amount1(sqrtPrice));
        BigDecimal hodl = deposit0.multiply(price).add(deposit1);
        return new Figures(
                human(value, MeasuredPool.DECIMALS_1),
                human(hodl, MeasuredPool.DECIMALS_1),
                human(value.subtract(hodl), MeasuredPool.DECIMALS_1),
                human(amount0(sqrtPrice), MeasuredPool.DECIMALS_0),
                human(amount1(sqrtPrice), MeasuredPool.DECIMALS_1));
    }

    /** Token0 of the position when it is all token0, human units. */
    double fullDelta() {
        return human(amount0(sqrtLower), MeasuredPool.DECIMALS_0);
    }

    private BigDecimal amount0(BigDecimal sqrtPrice) {
        BigDecimal from = sqrtPrice.max(sqrtLower).min(sqrtUpper);
        return liquidity.multiply(sqrtUpper.subtract(from)).divide(from, DIGITS).divide(sqrtUpper, DIGITS);
    }

    private BigDecimal amount1(BigDecimal sqrtPrice) {
        return liquidity.multiply(sqrtPrice.max(sqrtLower).min(sqrtUpper).subtract(sqrtLower));
    }

    private static BigDecimal sqrtPrice(BigInteger sqrtPriceX96) {
        return new BigDecimal(sqrtPriceX96).divide(Q96, DIGITS);
    }

    private static double human(BigDecimal raw, int decimals) {
        return raw.scaleByPowerOfTen(-decimals).doubleValue();
    }
}
