/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import java.math.BigInteger;

/** Adds up the growth of fees per unit of liquidity in range. Fees estimated from bars are rows of positions, not here. */
final class ConcentratedFeeClock implements FeeClock {

    private static final double Q128 = 0x1p128;
    private static final BigInteger HALF = BigInteger.ONE.shiftLeft(255);
    private static final BigInteger WHOLE = BigInteger.ONE.shiftLeft(256);

    private final PoolTerms terms;
    private final ConcentratedPool pool;
    private FeeGrowth last;
    private double reading;

    ConcentratedFeeClock(PoolTerms terms, ConcentratedPool pool) {
        this.terms = terms;
        this.pool = pool;
        last = pool.state().feeGrowthGlobal();
    }

    @Override
    public double read() {
        FeeGrowth now = pool.state().feeGrowthGlobal();
        if (!now.equals(last) && pool.state().hasPrice() && terms.decimalsKnown()) {
            reading += worth(now.minus(last));
        }
        last = now;
        return reading;
    }

    private double worth(FeeGrowth paid) {
        HumanUnits units = HumanUnits.of(terms);
        double sqrtPrice = units.sqrtPriceX96(pool.state().sqrtPriceX96());
        double perLiquidity = 1 / units.liquidity(1);
        return perLiquidity
                * (units.amount0(size(paid.token0X128())) * sqrtPrice * sqrtPrice
                        + units.amount1(size(paid.token1X128())));
    }

    /** How far it went, forward or back: growth is counted modulo 2^256. */
    private static double size(BigInteger growthX128) {
        BigInteger shorter = growthX128.compareTo(HALF) < 0 ? growthX128 : WHOLE.subtract(growthX128);
        return shorter.doubleValue() / Q128;
    }
}
