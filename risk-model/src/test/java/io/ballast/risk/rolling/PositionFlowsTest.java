/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PositionFlowsTest {

    private static final Windows WINDOWS = Windows.DEFAULT;
    private static final LiquidityRange RANGE = LiquidityRange.ofTicks(-600, 600);
    private static final long NOON = 1_700_000_000_000L;
    private static final BigInteger LIQUIDITY_X64 =
            BigInteger.valueOf(1_000_000).shiftLeft(64);

    private static HeldTokens tokens(BigInteger liquidityX64, int tick) {
        return RANGE.tokens(liquidityX64, TickMath.sqrtPriceX96AtTick(tick));
    }

    private static PricePoint at(long timeMs, int tick) {
        return new PricePoint(timeMs, TickMath.sqrtPriceX96AtTick(tick));
    }

    @Test
    void shouldForgetWhatNoWindowNeeds() {
        PositionFlows flows =
                PositionFlows.NONE.deposit(WINDOWS, NOON, LIQUIDITY_X64, tokens(LIQUIDITY_X64, 0), Grown.NONE);
        long week = WINDOWS.longest().lengthMs();
        assertThat(flows.tidied(WINDOWS, NOON + week)).isSameAs(flows);
        assertThat(flows.tidied(WINDOWS, NOON + week + week / 60).isEmpty()).isTrue();
    }

    @Test
    void shouldStayFewHoweverOftenLiquidityComesAndGoes() {
        Random random = new Random(3);
        PositionFlows flows = PositionFlows.NONE;
        BigInteger held = BigInteger.ZERO;
        long now = NOON;
        for (int i = 0; i < 30_000; i++) {
            now += random.nextInt(60_000);
            PricePoint here = at(now, random.nextInt(1_000) - 500);
            if (random.nextBoolean() || held.signum() == 0) {
                flows = flows.deposit(
                        WINDOWS,
                        here.timeMs(),
                        LIQUIDITY_X64,
                        RANGE.tokens(LIQUIDITY_X64, here.sqrtPriceX96()),
                        Grown.NONE);
                held = held.add(LIQUIDITY_X64);
            } else {
                BigInteger part = held.divide(BigInteger.valueOf(1 + random.nextInt(3)));
                flows = flows.withdraw(WINDOWS, here, part, held, RANGE.tokens(part, here.sqrtPriceX96()), Grown.NONE);
                held = held.subtract(part);
            }
            assertThat(flows.records())
                    .hasSizeLessThanOrEqualTo(61 * WINDOWS.all().size());
        }
    }

    @Test
    void shouldTakeTheSameFractionOfEveryLotToTheLastBit() {
        BigInteger third = LIQUIDITY_X64.divide(BigInteger.valueOf(3));
        PositionFlows flows = PositionFlows.NONE
                .deposit(WINDOWS, NOON, third, tokens(third, 0), Grown.NONE)
                .deposit(WINDOWS, NOON + 60_000, third, tokens(third, 100), Grown.NONE)
                .withdraw(WINDOWS, at(NOON + 120_000, 50), third, LIQUIDITY_X64, tokens(third, 50), Grown.NONE);
        BigInteger left = flows.records().stream().map(FlowSum::aliveX64).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger expected = third.multiply(BigInteger.TWO)
                .multiply(LIQUIDITY_X64.subtract(third))
                .divide(LIQUIDITY_X64);
        assertThat(left.subtract(expected).abs()).isLessThanOrEqualTo(BigInteger.ONE);
        BigInteger held = LIQUIDITY_X64.subtract(third);
        PositionFlows emptied =
                flows.withdraw(WINDOWS, at(NOON + 180_000, 70), held, held, tokens(held, 70), Grown.NONE);
        assertThat(emptied.records())
                .allMatch(record -> record.aliveX64().signum() == 0
                        && record.held0X256().signum() == 0
                        && record.held1X256().signum() == 0);
    }

    @Test
    void shouldMoveLotsToAnotherHolderWithoutChangingTheirLoss() {
        PositionFlows giver = PositionFlows.NONE
                .deposit(WINDOWS, NOON, LIQUIDITY_X64, tokens(LIQUIDITY_X64, 0), Grown.NONE)
                .deposit(WINDOWS, NOON + 60_000, LIQUIDITY_X64, tokens(LIQUIDITY_X64, 300), Grown.NONE);
        BigInteger held = LIQUIDITY_X64.multiply(BigInteger.valueOf(3));
        BigInteger part = held.divide(BigInteger.valueOf(7));
        PositionFlows lots = giver.lots(part, held);
        PositionFlows taker = PositionFlows.NONE
                .deposit(WINDOWS, NOON + 60_000, LIQUIDITY_X64, tokens(LIQUIDITY_X64, 300), Grown.NONE)
                .plus(lots);
        PositionFlows left = giver.withoutLots(lots);
        assertThat(left.plus(taker))
                .isEqualTo(
                        giver.deposit(WINDOWS, NOON + 60_000, LIQUIDITY_X64, tokens(LIQUIDITY_X64, 300), Grown.NONE));
        assertThat(loss(left, held.subtract(part)) + loss(taker, part.add(LIQUIDITY_X64)))
                .isEqualTo(loss(left.plus(taker), held.add(LIQUIDITY_X64)));
    }

    private static double loss(PositionFlows flows, BigInteger liquidityX64) {
        Window hour = WINDOWS.all().get(1);
        WindowStart start = new WindowStart(NOON - 1, TickMath.sqrtPriceX96AtTick(-200), true);
        return RollingIl.of(hour, start, RANGE, liquidityX64, flows, TickMath.sqrtPriceX96AtTick(450))
                .token1Raw();
    }

    @Test
    void shouldRefuseToTakeOutMoreThanThereIs() {
        PositionFlows flows =
                PositionFlows.NONE.deposit(WINDOWS, NOON, LIQUIDITY_X64, tokens(LIQUIDITY_X64, 0), Grown.NONE);
        BigInteger less = LIQUIDITY_X64.subtract(BigInteger.ONE);
        assertThatThrownBy(() ->
                        flows.withdraw(WINDOWS, at(NOON, 0), LIQUIDITY_X64, less, tokens(LIQUIDITY_X64, 0), Grown.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(LIQUIDITY_X64.toString());
        assertThatThrownBy(() -> flows.withdraw(WINDOWS, at(NOON, 0), less, less, tokens(less, 0), Grown.NONE))
                .hasMessageContaining("with lots of " + LIQUIDITY_X64);
        assertThatThrownBy(() -> flows.deposit(
                        WINDOWS, NOON, BigInteger.ONE.negate(), tokens(BigInteger.ONE.negate(), 0), Grown.NONE))
                .hasMessageContaining("-1");
    }
}
