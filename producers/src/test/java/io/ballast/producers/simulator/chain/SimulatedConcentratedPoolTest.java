/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.simulator.TestPools;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schemas.catalogue.Topic;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedConcentratedPoolTest {

    private static final String VAULT = "0x" + "5".repeat(40);
    private static final BigInteger LIQUIDITY = BigInteger.TEN.pow(15);
    private static final TokenAmounts ALL =
            new TokenAmounts(BigInteger.ONE.shiftLeft(128), BigInteger.ONE.shiftLeft(128));

    @Test
    void shouldBeDefinedBeforeItIsInitialised() {
        PoolTerms terms = PoolTerms.v3("0x" + "d".repeat(40), TestPools.TOKENS, 500, 10);
        BlockBuilder block = TestPools.block();

        new SimulatedConcentratedPool(terms)
                .create(block, new RawRatio(BigInteger.TEN.pow(12), BigInteger.valueOf(3000)));

        List<OutgoingRecord> records = block.build().records();
        assertThat(records).extracting(OutgoingRecord::topic).containsExactly(Topic.POOLS, Topic.POOL_EVENTS);
        PoolDefinition definition = (PoolDefinition) records.get(0).value();
        assertThat(definition.getPoolId()).isEqualTo("uniswap-v3:31337:0x" + "d".repeat(40));
        assertThat(definition.getKind()).isEqualTo(PoolKind.CONCENTRATED);
        assertThat(definition.getFeePips()).isEqualTo(500);
        assertThat(definition.getTickSpacing()).isEqualTo(10);
        assertThat(definition.getTokens())
                .extracting(token -> token.getSymbol() + " " + token.getDecimals() + " " + token.getPriceSource())
                .containsExactly("USDC 6 par:USD", "WETH 18 sim:ETH-USD");
    }

    @Test
    void shouldLogADirectPositionsLifeAsThePoolDoes() {
        SimulatedConcentratedPool pool = TestPools.pool(500, 10);
        PoolSlot slot = PoolSlot.direct(VAULT, aroundThePrice(pool));
        BlockBuilder block = TestPools.block();

        TokenAmounts paid = pool.mint(block, slot, LIQUIDITY);
        pool.burn(block, slot, BigInteger.ZERO);
        TokenAmounts credited = pool.burn(block, slot, LIQUIDITY);
        TokenAmounts collected = pool.collect(block, slot, ALL);

        assertThat(LogsOf.kinds(block)).containsExactly("MINT", "BURN", "BURN", "COLLECT");
        assertThat(collected).isEqualTo(credited);
        // Minting rounds up, burning down: one unit of each stays with the pool.
        assertThat(credited.plus(new TokenAmounts(BigInteger.ONE, BigInteger.ONE)))
                .isEqualTo(paid);
        PositionEvent poke = LogsOf.position(block, 1);
        assertThat(poke.getLiquidityRaw()).isEqualTo("0");
        assertThat(poke.getAmount0Raw()).isEqualTo("0");
        assertThat(poke.getManaged()).isFalse();
        assertThat(poke.getOwner()).isEqualTo(VAULT);
        assertThat(poke.getKind()).isEqualTo(PositionEventKind.BURN);
    }

    @Test
    void shouldLeaveRoomForTheTokenTransfersOfEachAction() {
        SimulatedConcentratedPool pool = TestPools.pool(500, 10);
        PoolSlot inRange = PoolSlot.direct(VAULT, aroundThePrice(pool));
        int tick = inRange.range().upper();
        PoolSlot above = PoolSlot.direct(VAULT, new TickRange(tick + 1000, tick + 2000));
        BlockBuilder block = TestPools.block();

        pool.mint(block, inRange, LIQUIDITY);
        pool.mint(block, above, LIQUIDITY);
        pool.swap(
                block, true, BigInteger.TEN.pow(9), pool.state().sqrtPriceX96().shiftRight(1));
        pool.burn(block, inRange, LIQUIDITY);

        // Two transfers in; one, as the range above the price takes token0 alone; out and in; none.
        assertThat(List.of(
                        LogsOf.logIndex(block, 0),
                        LogsOf.logIndex(block, 1),
                        LogsOf.logIndex(block, 2),
                        LogsOf.logIndex(block, 3)))
                .containsExactly(2, 4, 7, 8);
    }

    private static TickRange aroundThePrice(SimulatedConcentratedPool pool) {
        int tick = pool.state().tick() / 10 * 10;
        return new TickRange(tick - 1000, tick + 1000);
    }
}
