/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.simulator.TestPools;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class SimulatedPairTest {

    private static final String ALICE = "0x" + "2".repeat(40);
    private static final String BOB = "0x" + "3".repeat(40);
    private static final String ZERO = "0x" + "0".repeat(40);
    private static final String ADDRESS = "0x" + "e".repeat(40);

    private final SimulatedPair pair = new SimulatedPair(PoolTerms.v2(ADDRESS, TestPools.TOKENS));

    @Test
    void shouldLockAThousandLpTokensOfTheFirstDeposit() {
        BlockBuilder block = TestPools.block();

        pair.create(block);
        pair.add(block, ALICE, amounts(40_000, 90_000));

        // sqrt(40000 * 90000) = 60000, of which 1000 are locked.
        assertThat(LogsOf.kinds(block))
                .containsExactly("PoolDefinition", "LP_TRANSFER", "LP_TRANSFER", "SYNC", "LP_MINT");
        assertThat(LogsOf.position(block, 1)).satisfies(log -> isTransfer(log, ZERO, ZERO, 1000));
        assertThat(LogsOf.position(block, 2)).satisfies(log -> isTransfer(log, ZERO, ALICE, 59_000));
        assertThat(pair.balanceOf(ALICE)).isEqualTo(59_000);
        assertThat(pair.reserves()).isEqualTo(amounts(40_000, 90_000));
    }

    @Test
    void shouldMintALaterDepositByItsLesserShare() {
        pair.add(TestPools.block(), ALICE, amounts(40_000, 90_000));
        BlockBuilder block = TestPools.block();

        pair.add(block, BOB, amounts(4_000, 9_500));

        assertThat(LogsOf.kinds(block)).containsExactly("LP_TRANSFER", "SYNC", "LP_MINT");
        assertThat(LogsOf.position(block, 0)).satisfies(log -> isTransfer(log, ZERO, BOB, 6_000));
        assertThat(LogsOf.position(block, 2).getAmount1Raw()).isEqualTo("9500");
    }

    @Test
    void shouldPayARemovalItsShareRoundedDown() {
        pair.add(TestPools.block(), ALICE, amounts(40_000, 90_001));
        BlockBuilder block = TestPools.block();

        // The supply is floor(sqrt(40000 * 90001)) = 60000.
        TokenAmounts out = pair.remove(block, ALICE, BigInteger.valueOf(20_000));

        assertThat(out).isEqualTo(amounts(13_333, 30_000));
        assertThat(LogsOf.kinds(block)).containsExactly("LP_TRANSFER", "LP_TRANSFER", "SYNC", "LP_BURN");
        assertThat(LogsOf.position(block, 0)).satisfies(log -> isTransfer(log, ALICE, ADDRESS, 20_000));
        assertThat(LogsOf.position(block, 1)).satisfies(log -> isTransfer(log, ADDRESS, ZERO, 20_000));
        assertThat(LogsOf.position(block, 3).getToAddress()).isEqualTo(ALICE);
        assertThat(pair.reserves()).isEqualTo(amounts(26_667, 60_001));
    }

    @Test
    void shouldTellASwapWithItsSync() {
        pair.add(TestPools.block(), ALICE, amounts(40_000, 90_000));
        BlockBuilder block = TestPools.block();

        pair.swap(block, true, BigInteger.valueOf(1_000));

        // 997 * 1000 * 90000 / (40000 * 1000 + 997 * 1000) = 2188.70…
        PriceTick sync = (PriceTick) LogsOf.values(block).get(0);
        assertThat(LogsOf.kinds(block)).containsExactly("SYNC");
        assertThat(sync.getAmount0Raw()).isEqualTo("1000");
        assertThat(sync.getAmount1Raw()).isEqualTo("-2188");
        assertThat(sync.getReserve0Raw()).isEqualTo("41000");
        assertThat(sync.getReserve1Raw()).isEqualTo("87812");
    }

    @Test
    void shouldRefuseWhatThePairRefuses() {
        pair.add(TestPools.block(), ALICE, amounts(1_000, 900_000_000));
        BlockBuilder block = TestPools.block();

        assertThatThrownBy(() -> pair.add(block, BOB, amounts(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INSUFFICIENT_LIQUIDITY_MINTED");
        assertThatThrownBy(() -> pair.remove(block, ALICE, BigInteger.TEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INSUFFICIENT_LIQUIDITY_BURNED");
        assertThatThrownBy(() -> pair.swap(block, false, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INSUFFICIENT_OUTPUT_AMOUNT");
        assertThat(LogsOf.kinds(block)).isEmpty();
    }

    private static void isTransfer(PositionEvent log, String from, String to, long lpTokens) {
        assertThat(log.getFromAddress()).isEqualTo(from);
        assertThat(log.getToAddress()).isEqualTo(to);
        assertThat(log.getLiquidityRaw()).isEqualTo(Long.toString(lpTokens));
    }

    private static TokenAmounts amounts(long amount0, long amount1) {
        return new TokenAmounts(BigInteger.valueOf(amount0), BigInteger.valueOf(amount1));
    }
}
