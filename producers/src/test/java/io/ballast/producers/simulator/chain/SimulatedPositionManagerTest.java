/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.simulator.TestPools;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.PositionEvent;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatedPositionManagerTest {

    private static final String MANAGER = "0x" + "9".repeat(40);
    private static final String ALICE = "0x" + "2".repeat(40);
    private static final String BOB = "0x" + "3".repeat(40);
    private static final String ZERO = "0x" + "0".repeat(40);
    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(16);

    private final SimulatedConcentratedPool pool = TestPools.pool(500, 10);
    private final SimulatedPositionManager manager = new SimulatedPositionManager(MANAGER);
    private TickRange range;

    @BeforeEach
    void chooseARange() {
        int tick = pool.state().tick() / 10 * 10;
        range = new TickRange(tick - 1000, tick + 1000);
    }

    @Test
    void shouldLogAMintAsThePoolTheTokenAndTheManagerDo() {
        BlockBuilder block = TestPools.block();

        manager.mint(block, pool, ALICE, range, LIQUIDITY);

        assertThat(LogsOf.kinds(block)).containsExactly("MINT", "NFT_TRANSFER", "NFT_INCREASE");
        PositionEvent mint = LogsOf.position(block, 0);
        PositionEvent transfer = LogsOf.position(block, 1);
        PositionEvent increase = LogsOf.position(block, 2);
        assertThat(mint.getManaged()).isTrue();
        assertThat(mint.getOwner()).isEqualTo(MANAGER);
        assertThat(transfer.getFromAddress()).isEqualTo(ZERO);
        assertThat(transfer.getToAddress()).isEqualTo(ALICE);
        assertThat(increase.getTokenId()).isEqualTo("1");
        assertThat(increase.getPositionManager()).isEqualTo(MANAGER);
        assertThat(increase.getLiquidityRaw()).isEqualTo(mint.getLiquidityRaw());
        assertThat(increase.getAmount0Raw()).isEqualTo(mint.getAmount0Raw());
        assertThat(increase.getTickLower()).isEqualTo(range.lower());
        assertThat(increase.getTickUpper()).isEqualTo(range.upper());
    }

    @Test
    void shouldLogLeavingInTheContractsOrder() {
        manager.mint(TestPools.block(), pool, ALICE, range, LIQUIDITY);
        BlockBuilder block = TestPools.block();

        manager.transfer(block, 1, BOB);
        manager.decrease(block, 1, LIQUIDITY);
        manager.collect(block, 1);
        manager.burn(block, 1);

        // With no liquidity left, collecting needs no poke of the pool.
        assertThat(LogsOf.kinds(block))
                .containsExactly("NFT_TRANSFER", "BURN", "NFT_DECREASE", "COLLECT", "NFT_COLLECT", "NFT_TRANSFER");
        assertThat(LogsOf.position(block, 5).getFromAddress()).isEqualTo(BOB);
        assertThat(LogsOf.position(block, 5).getToAddress()).isEqualTo(ZERO);
    }

    @Test
    void shouldPokeThePoolBeforeItCollectsFees() {
        manager.mint(TestPools.block(), pool, ALICE, range, LIQUIDITY);
        BlockBuilder block = TestPools.block();

        manager.collect(block, 1);

        assertThat(LogsOf.kinds(block)).containsExactly("BURN", "COLLECT", "NFT_COLLECT");
        assertThat(LogsOf.position(block, 0).getLiquidityRaw()).isEqualTo("0");
    }

    @Test
    void shouldShareTheFeesOfOneSlotByLiquidity() {
        manager.mint(TestPools.block(), pool, ALICE, range, LIQUIDITY);
        manager.mint(TestPools.block(), pool, BOB, range, LIQUIDITY.multiply(BigInteger.valueOf(3)));
        BigInteger paidIn = BigInteger.valueOf(50_000_000_000L);
        swapIn(paidIn);

        TokenAmounts alice = collected(1);
        TokenAmounts bob = collected(2);

        // The fee of 0.05 % goes to all liquidity in range by share; the owners round down one by one.
        BigInteger inRange = pool.state().liquidity();
        BigInteger fee = paidIn.multiply(BigInteger.valueOf(500)).divide(BigInteger.valueOf(1_000_000));
        BigInteger share = fee.multiply(LIQUIDITY).divide(inRange);
        assertThat(alice.amount0()).isBetween(share.subtract(BigInteger.ONE), share);
        assertThat(bob.amount0().subtract(alice.amount0().multiply(BigInteger.valueOf(3))))
                .isBetween(BigInteger.ZERO, BigInteger.valueOf(3));
        assertThat(alice.amount1()).isZero();
        assertThat(collected(1)).isEqualTo(TokenAmounts.ZERO);
    }

    @Test
    void shouldCountFeesOfANewNftFromItsMintOn() {
        manager.mint(TestPools.block(), pool, ALICE, range, LIQUIDITY);
        swapIn(BigInteger.valueOf(50_000_000_000L));
        manager.mint(TestPools.block(), pool, BOB, range, LIQUIDITY);

        assertThat(collected(2)).isEqualTo(TokenAmounts.ZERO);
        assertThat(collected(1).amount0()).isPositive();
    }

    @Test
    void shouldRefuseWhatTheContractRefuses() {
        manager.mint(TestPools.block(), pool, ALICE, range, LIQUIDITY);
        BlockBuilder block = TestPools.block();

        assertThatThrownBy(() -> manager.burn(block, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Not cleared: NFT 1");
        assertThatThrownBy(() -> manager.decrease(block, 1, LIQUIDITY.add(BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("out of the " + LIQUIDITY + " of NFT 1");
        assertThatThrownBy(() -> manager.nft(7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid token ID 7");
        assertThat(LogsOf.kinds(block)).isEmpty();
    }

    private void swapIn(BigInteger amount0) {
        pool.swap(TestPools.block(), true, amount0, pool.state().sqrtPriceX96().shiftRight(1));
    }

    private TokenAmounts collected(long tokenId) {
        BlockBuilder block = TestPools.block();
        manager.collect(block, tokenId);
        PositionEvent collect = LogsOf.position(block, 2);
        return new TokenAmounts(new BigInteger(collect.getAmount0Raw()), new BigInteger(collect.getAmount1Raw()));
    }
}
