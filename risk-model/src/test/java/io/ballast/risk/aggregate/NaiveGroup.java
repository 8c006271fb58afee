/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;

/** A group summed position by position, straight from formula 1.2, in decimals of 170 digits, which hold every Q64.96 number exactly. */
record NaiveGroup(List<Contribution> positions, BigInteger sqrtPriceX96) {

    static final MathContext DIGITS = new MathContext(170);
    private static final BigDecimal Q160 = new BigDecimal(BigInteger.ONE.shiftLeft(160));
    private static final BigDecimal Q96 = new BigDecimal(BigInteger.ONE.shiftLeft(96));
    private static final BigDecimal Q64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));

    BigDecimal amount0() {
        return positions.stream().map(this::amount0).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal amount1() {
        return positions.stream().map(this::amount1).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigInteger liquidityInRange() {
        return positions.stream()
                .filter(this::isInRange)
                .map(Contribution::liquidity)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** By how much token0 may be off: a step of 2^-160 for each unit of liquidity at both ends, and one for the rest. */
    BigInteger stepsOfAmount0() {
        return positions.stream()
                .map(position -> position.liquidity().shiftLeft(1))
                .reduce(BigInteger.ONE, BigInteger::add);
    }

    /** The same in raw token0. */
    BigDecimal errorOfAmount0() {
        return new BigDecimal(stepsOfAmount0()).divide(Q160, DIGITS);
    }

    /** The same in raw token1 at the price. */
    BigDecimal errorOfValue() {
        return errorOfAmount0().multiply(sqrtPrice().pow(2));
    }

    BigDecimal value() {
        return worth(amount0(), amount1());
    }

    BigDecimal hodl() {
        return worth(
                sum(positions.stream().map(Contribution::hodl0X64).toList()),
                sum(positions.stream().map(Contribution::hodl1X64).toList()));
    }

    BigDecimal realisedIl() {
        return sum(positions.stream().map(Contribution::realisedIlX64).toList());
    }

    BigDecimal gamma() {
        BigDecimal sqrtPrice = sqrtPrice();
        return new BigDecimal(liquidityInRange()).divide(sqrtPrice.pow(3).multiply(BigDecimal.valueOf(-2)), DIGITS);
    }

    BigDecimal sqrtPrice() {
        return decimal(sqrtPriceX96);
    }

    private BigDecimal worth(BigDecimal amount0, BigDecimal amount1) {
        return amount0.multiply(sqrtPrice().pow(2)).add(amount1);
    }

    private BigDecimal amount0(Contribution position) {
        BigDecimal inverses = BigDecimal.ONE
                .divide(clamped(position), DIGITS)
                .subtract(BigDecimal.ONE.divide(at(position.tickUpper()), DIGITS));
        return inverses.multiply(new BigDecimal(position.liquidity()));
    }

    private BigDecimal amount1(Contribution position) {
        return clamped(position).subtract(at(position.tickLower())).multiply(new BigDecimal(position.liquidity()));
    }

    private BigDecimal clamped(Contribution position) {
        return sqrtPrice().max(at(position.tickLower())).min(at(position.tickUpper()));
    }

    private boolean isInRange(Contribution position) {
        return TickMath.sqrtPriceX96AtTick(position.tickLower()).compareTo(sqrtPriceX96) <= 0
                && TickMath.sqrtPriceX96AtTick(position.tickUpper()).compareTo(sqrtPriceX96) > 0;
    }

    private static BigDecimal at(int tick) {
        return decimal(TickMath.sqrtPriceX96AtTick(tick));
    }

    private static BigDecimal decimal(BigInteger x96) {
        return new BigDecimal(x96).divide(Q96, DIGITS);
    }

    private static BigDecimal sum(List<BigInteger> x64) {
        return new BigDecimal(x64.stream().reduce(BigInteger.ZERO, BigInteger::add)).divide(Q64, DIGITS);
    }
}
