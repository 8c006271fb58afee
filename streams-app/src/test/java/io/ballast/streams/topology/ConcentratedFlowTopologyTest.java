/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.RangeState;
import io.ballast.schema.RiskReason;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two direct positions at one range, a pool at price 1, one swap inside the range. Everything expected is computed here, from
 * the whitepaper's formulas.
 */
class ConcentratedFlowTopologyTest {

    private static final String POOL = "uniswap-v3:1:0x00000000000000000000000000000000000000c3";
    private static final String ALICE = "0x000000000000000000000000000000000000000a";
    private static final String BOB = "0x000000000000000000000000000000000000000b";
    private static final BigInteger Q96 = BigInteger.ONE.shiftLeft(96);
    private static final BigInteger Q128 = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger ALICES = BigInteger.TEN.pow(22);
    private static final BigInteger BOBS = BigInteger.TEN.pow(22).multiply(BigInteger.valueOf(3));
    private static final BigInteger ALL = ALICES.add(BOBS);
    /** 10 of token0, of which 0.3 % are the fee. */
    private static final BigInteger AMOUNT_IN = BigInteger.TEN.pow(19);

    private static final BigInteger LESS_FEE =
            AMOUNT_IN.multiply(BigInteger.valueOf(997_000)).divide(BigInteger.valueOf(1_000_000));

    private static final MathContext DIGITS = new MathContext(50);

    @TempDir
    private Path folder;

    private BookDriver books;
    private final Chain chain = new Chain("a", 100);

    @BeforeEach
    void start() {
        books = BookDriver.open(folder);
        chain.define(
                POOL, PoolKind.CONCENTRATED, List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, null)), 60);
        chain.pool(POOL, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw(Q96.toString())
                .setTick(0));
        mint(ALICE, ALICES);
        mint(BOB, BOBS);
        chain.nextBlock();
    }

    @AfterEach
    void stop() {
        books.close();
    }

    @Test
    void shouldValueAFreshPositionAtItsDeposit() {
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(position(ALICE));
        assertThat(alice.getKind()).isEqualTo(PositionKind.DIRECT);
        assertThat(alice.getOwner()).isEqualTo(ALICE);
        assertThat(alice.getTickLower()).isEqualTo(-600);
        assertThat(alice.getTickUpper()).isEqualTo(600);
        assertThat(alice.getReason()).isEqualTo(RiskReason.EVENT);
        assertThat(alice.getRangeState()).isEqualTo(RangeState.IN_RANGE);
        assertThat(alice.getLiquidityRaw()).isEqualTo(ALICES.toString());
        assertThat(alice.getIl()).isCloseTo(0, within(1e-12));
        assertThat(alice.getValue()).isCloseTo(alice.getHodlValue(), within(1e-12));
        assertThat(alice.getFlags()).isEmpty();
        assertThat(alice.getBlockNumber()).isEqualTo(100);
        assertThat(alice.getEventTime()).isEqualTo(Chain.timeOf(100));
    }

    @Test
    void shouldShareTheFeeAndTheLossOfASwapByLiquidity() {
        BigInteger sqrtPriceX96 = swap();
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(position(ALICE));
        assertThat(alice.getReason()).isEqualTo(RiskReason.TICK);
        assertThat(alice.getOwed0Raw()).isEqualTo(feeOf(ALICES, sqrtPriceX96).toString());
        assertThat(alice.getOwed1Raw()).isEqualTo("0");
        assertThat(books.risk().get(position(BOB)).getOwed0Raw())
                .isEqualTo(feeOf(BOBS, sqrtPriceX96).toString());

        double s = sqrtPriceX96.doubleValue() / 0x1p96;
        double a = Math.pow(1.0001, -300);
        double b = Math.pow(1.0001, 300);
        double liquidity = 1e4;
        double amount0 = liquidity * (1 / s - 1 / b);
        double amount1 = liquidity * (s - a);
        double hodl0 = liquidity * (1 - 1 / b);
        double hodl1 = liquidity * (1 - a);
        double value = amount0 * s * s + amount1;
        double hodl = hodl0 * s * s + hodl1;
        assertThat(alice.getPrice()).isCloseTo(s * s, within(1e-15));
        assertThat(alice.getDelta0()).isCloseTo(amount0, within(1e-9));
        assertThat(alice.getDelta1()).isCloseTo(amount1, within(1e-9));
        assertThat(alice.getGamma()).isCloseTo(-liquidity / (2 * s * s * s), within(1e-8));
        assertThat(alice.getValue()).isCloseTo(value, within(1e-9));
        assertThat(alice.getHodl0()).isCloseTo(hodl0, within(1e-9));
        assertThat(alice.getHodl1()).isCloseTo(hodl1, within(1e-9));
        assertThat(alice.getHodlValue()).isCloseTo(hodl, within(1e-9));
        assertThat(alice.getIl()).isNegative().isCloseTo(value - hodl, within(1e-9));
        assertThat(alice.getIlPct()).isCloseTo((value - hodl) / hodl, within(1e-12));
    }

    @Test
    void shouldFixHalfTheLossWhenHalfIsWithdrawnAndKeepWhatWasCollected() {
        BigInteger sqrtPriceX96 = swap();
        BigInteger half = ALICES.divide(BigInteger.TWO);
        BigInteger out0 = amount0(half, sqrtPriceX96);
        BigInteger out1 = amount1(half, sqrtPriceX96);
        slot(ALICE, PositionEventKind.BURN, half, out0, out1);
        BigInteger fee = feeOf(ALICES, sqrtPriceX96);
        slot(ALICE, PositionEventKind.COLLECT, null, out0.add(fee), out1);
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(position(ALICE));
        assertThat(books.deadLetters()).isEmpty();
        assertThat(alice.getReason()).isEqualTo(RiskReason.EVENT);
        assertThat(alice.getLiquidityRaw()).isEqualTo(half.toString());
        assertThat(alice.getOwed0Raw()).isEqualTo("0");
        assertThat(alice.getOwed1Raw()).isEqualTo("0");
        double feeHuman = fee.doubleValue() / 1e18;
        assertThat(alice.getFeesCollected0()).isCloseTo(feeHuman, within(1e-15));
        assertThat(alice.getFeesEarned0()).isCloseTo(feeHuman, within(1e-15));
        assertThat(alice.getRealisedIl()).isNegative().isCloseTo(alice.getIl(), within(1e-9));
    }

    @Test
    void shouldEndWithAClosedPositionThatTicksConcernNoMore() {
        BigInteger sqrtPriceX96 = swap();
        BigInteger out0 = amount0(ALICES, sqrtPriceX96);
        BigInteger out1 = amount1(ALICES, sqrtPriceX96);
        slot(ALICE, PositionEventKind.BURN, ALICES, out0, out1);
        slot(ALICE, PositionEventKind.COLLECT, null, out0.add(feeOf(ALICES, sqrtPriceX96)), out1);
        chain.nextBlock();
        chain.pool(POOL, PoolEventKind.FLASH, event -> event.setAmount0Raw("1000000000000000000")
                .setAmount1Raw("0"));
        books.feed(chain.records());

        PositionRisk alice = books.risk().get(position(ALICE));
        assertThat(alice.getRangeState()).isEqualTo(RangeState.CLOSED);
        assertThat(alice.getBlockNumber()).isEqualTo(101);
        assertThat(alice.getValue()).isZero();
        assertThat(alice.getIlPct()).isNull();
        assertThat(alice.getRealisedIl()).isNegative();
        assertThat(books.risk().get(position(BOB)).getBlockNumber()).isEqualTo(102);
        assertThat(books.counters().openPositions()).isEqualTo(1);
    }

    /** Exact input of token0 that stays in the range: v3-core SqrtPriceMath, rounded as the contract does. */
    private BigInteger swap() {
        BigInteger numerator = ALL.shiftLeft(96);
        BigInteger next = up(numerator.multiply(Q96), numerator.add(LESS_FEE.multiply(Q96)));
        BigInteger out = ALL.multiply(Q96.subtract(next)).divide(Q96);
        double tick = Math.log(Math.pow(next.doubleValue() / 0x1p96, 2)) / Math.log(1.0001);
        chain.tick(POOL, PriceTickKind.SWAP, swap -> swap.setAmount0Raw(AMOUNT_IN.toString())
                .setAmount1Raw(out.negate().toString())
                .setSqrtPriceX96Raw(next.toString())
                .setLiquidityRaw(ALL.toString())
                .setTick((int) Math.floor(tick)));
        return next;
    }

    /** What is left of the input beside the amount that moved the price. */
    private static BigInteger feeOf(BigInteger liquidity, BigInteger sqrtPriceX96) {
        BigInteger moved = up(up(ALL.shiftLeft(96).multiply(Q96.subtract(sqrtPriceX96)), Q96), sqrtPriceX96);
        BigInteger growth = AMOUNT_IN.subtract(moved).multiply(Q128).divide(ALL);
        return growth.multiply(liquidity).divide(Q128);
    }

    private void mint(String owner, BigInteger liquidity) {
        slot(
                owner,
                PositionEventKind.MINT,
                liquidity,
                plusOne(amount0(liquidity, Q96)),
                plusOne(amount1(liquidity, Q96)));
    }

    private void slot(
            String owner, PositionEventKind kind, BigInteger liquidity, BigInteger amount0, BigInteger amount1) {
        chain.position(POOL, kind, event -> event.setOwner(owner)
                .setTickLower(-600)
                .setTickUpper(600)
                .setLiquidityRaw(liquidity == null ? null : liquidity.toString())
                .setAmount0Raw(amount0.toString())
                .setAmount1Raw(amount1.toString()));
    }

    /** L (1/s - 1/b), rounded down; the true value is no integer here. */
    private static BigInteger amount0(BigInteger liquidity, BigInteger sqrtPriceX96) {
        BigDecimal s = sqrt(sqrtPriceX96);
        BigDecimal b = new BigDecimal("1.0001").pow(300, DIGITS);
        return new BigDecimal(liquidity)
                .multiply(BigDecimal.ONE.divide(s, DIGITS).subtract(BigDecimal.ONE.divide(b, DIGITS)))
                .toBigInteger();
    }

    /** L (s - a), rounded down. */
    private static BigInteger amount1(BigInteger liquidity, BigInteger sqrtPriceX96) {
        BigDecimal a = BigDecimal.ONE.divide(new BigDecimal("1.0001").pow(300, DIGITS), DIGITS);
        return new BigDecimal(liquidity)
                .multiply(sqrt(sqrtPriceX96).subtract(a))
                .toBigInteger();
    }

    private static BigDecimal sqrt(BigInteger sqrtPriceX96) {
        return new BigDecimal(sqrtPriceX96).divide(new BigDecimal(Q96), DIGITS);
    }

    private static BigInteger plusOne(BigInteger amount) {
        return amount.add(BigInteger.ONE);
    }

    private static BigInteger up(BigInteger numerator, BigInteger denominator) {
        return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
    }

    private static String position(String owner) {
        return POOL + "/" + owner + ":-600:600";
    }
}
