/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.BOB;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolLogsTest {

    private static final String POOL_ID = "uniswap-v3:1:" + POOL;
    private static final String MAX_UINT128 = "340282366920938463463374607431768211455";
    private static final String MAX_UINT160 = "1461501637330902918203684832716283019655932542975";
    private static final String MIN_INT256 =
            "-57896044618658097711785492504343953926634992332820282019728792003956564819968";
    private static final String MAX_INT256 =
            "57896044618658097711785492504343953926634992332820282019728792003956564819967";
    private static final String MAX_UINT256 =
            "115792089237316195423570985008687907853269984665640564039457584007913129639935";

    private final BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));

    private List<OutgoingRecord> afterCreation(TestBlock block) {
        decoder.decode(TestBlock.number(1).poolCreated().build());
        return decoder.decode(block.build());
    }

    private <T> T only(TestBlock block, Topic topic, Class<T> type) {
        List<OutgoingRecord> records = afterCreation(block);
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(topic);
            assertThat(record.key()).isEqualTo(POOL_ID);
        });
        return type.cast(records.get(0).value());
    }

    @Test
    void poolCreatedBecomesADefinition() {
        TestBlock block = TestBlock.number(1).poolCreated();

        List<OutgoingRecord> records = decoder.decode(block.build());

        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo(Topic.POOLS);
            PoolDefinition definition = (PoolDefinition) record.value();
            assertThat(definition.getPoolId()).isEqualTo(POOL_ID);
            assertThat(definition.getKind()).isEqualTo(PoolKind.CONCENTRATED);
            assertThat(definition.getVenue()).isEqualTo("uniswap-v3");
            assertThat(definition.getChainId()).isEqualTo(1);
            assertThat(definition.getAddress()).isEqualTo(POOL);
            assertThat(definition.getTokens()).extracting(PoolToken::getAddress).containsExactly(TOKEN0, TOKEN1);
            assertThat(definition.getFeePips()).isEqualTo(3000);
            assertThat(definition.getTickSpacing()).isEqualTo(60);
            assertThat(definition.getBlockHash()).isEqualTo(TestBlock.hash(1_000_001));
        });
    }

    @Test
    void aRecordSaysWhereItsLogWas() {
        PoolEvent event = only(
                TestBlock.number(7).log(POOL, "Initialize(uint160 sqrtPriceX96, int24 tick)", MAX_UINT160, -887272),
                Topic.POOL_EVENTS,
                PoolEvent.class);

        assertThat(event.getKind()).isEqualTo(PoolEventKind.INITIALIZE);
        assertThat(event.getSqrtPriceX96Raw()).isEqualTo(MAX_UINT160);
        assertThat(event.getTick()).isEqualTo(-887272);
        assertThat(event.getBlockNumber()).isEqualTo(7);
        assertThat(event.getBlockHash()).isEqualTo(TestBlock.hash(1_000_007));
        assertThat(event.getTransactionHash()).isEqualTo(TestBlock.hash(7007));
        assertThat(event.getLogIndex()).isZero();
        assertThat(event.getRemoved()).isFalse();
        assertThat(event.getSimulated()).isFalse();
        assertThat(event.getEventTime()).isEqualTo(Instant.ofEpochSecond(TestBlock.timestampS(7)));
    }

    @Test
    void swapBecomesATick() {
        PriceTick tick = only(
                TestBlock.number(2)
                        .log(
                                POOL,
                                "Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick)",
                                ALICE,
                                BOB,
                                MIN_INT256,
                                MAX_INT256,
                                MAX_UINT160,
                                MAX_UINT128,
                                -8388608),
                Topic.PRICE_TICKS,
                PriceTick.class);

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.SWAP);
        assertThat(tick.getInstrumentId()).isEqualTo(POOL_ID);
        assertThat(tick.getAmount0Raw()).isEqualTo(MIN_INT256);
        assertThat(tick.getAmount1Raw()).isEqualTo(MAX_INT256);
        assertThat(tick.getSqrtPriceX96Raw()).isEqualTo(MAX_UINT160);
        assertThat(tick.getLiquidityRaw()).isEqualTo(MAX_UINT128);
        assertThat(tick.getTick()).isEqualTo(-8388608);
        assertThat(tick.getPrice()).isNull();
        assertThat(tick.getReserve0Raw()).isNull();
    }

    @Test
    void pancakeSwapBecomesATickToo() {
        PriceTick tick = only(
                TestBlock.number(2)
                        .log(
                                POOL,
                                "Swap(address indexed sender, address indexed recipient, int256 amount0, int256 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick, uint128 fees0, uint128 fees1)",
                                ALICE,
                                BOB,
                                5,
                                -6,
                                7,
                                8,
                                9,
                                10,
                                11),
                Topic.PRICE_TICKS,
                PriceTick.class);

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.SWAP);
        assertThat(List.of(tick.getAmount0Raw(), tick.getAmount1Raw())).containsExactly("5", "-6");
        assertThat(List.of(tick.getSqrtPriceX96Raw(), tick.getLiquidityRaw())).containsExactly("7", "8");
        assertThat(tick.getTick()).isEqualTo(9);
    }

    @Test
    void mintBecomesAPositionEvent() {
        PositionEvent event = only(
                TestBlock.number(2).mint(POOL, ALICE, -60, 120, MAX_UINT128, MAX_UINT256, 0),
                Topic.POSITION_EVENTS,
                PositionEvent.class);

        assertThat(event.getKind()).isEqualTo(PositionEventKind.MINT);
        assertThat(event.getOwner()).isEqualTo(ALICE);
        assertThat(event.getManaged()).isFalse();
        assertThat(event.getTickLower()).isEqualTo(-60);
        assertThat(event.getTickUpper()).isEqualTo(120);
        assertThat(event.getLiquidityRaw()).isEqualTo(MAX_UINT128);
        assertThat(event.getAmount0Raw()).isEqualTo(MAX_UINT256);
        assertThat(event.getAmount1Raw()).isEqualTo("0");
        assertThat(event.getTokenId()).isNull();
    }

    @Test
    void burnBecomesAPositionEvent() {
        PositionEvent event = only(
                TestBlock.number(2).burn(POOL, ALICE, -120, -60, 5, 6, 7), Topic.POSITION_EVENTS, PositionEvent.class);

        assertThat(event.getKind()).isEqualTo(PositionEventKind.BURN);
        assertThat(event.getOwner()).isEqualTo(ALICE);
        assertThat(List.of(event.getTickLower(), event.getTickUpper())).containsExactly(-120, -60);
        assertThat(List.of(event.getLiquidityRaw(), event.getAmount0Raw(), event.getAmount1Raw()))
                .containsExactly("5", "6", "7");
    }

    @Test
    void collectBecomesAPositionEvent() {
        PositionEvent event = only(
                TestBlock.number(2).collect(POOL, ALICE, BOB, -120, -60, 8, 9),
                Topic.POSITION_EVENTS,
                PositionEvent.class);

        assertThat(event.getKind()).isEqualTo(PositionEventKind.COLLECT);
        assertThat(event.getOwner()).isEqualTo(ALICE);
        assertThat(List.of(event.getTickLower(), event.getTickUpper())).containsExactly(-120, -60);
        assertThat(event.getLiquidityRaw()).isNull();
        assertThat(List.of(event.getAmount0Raw(), event.getAmount1Raw())).containsExactly("8", "9");
    }

    @Test
    void flashTellsWhatWasPaidAboveTheLoan() {
        PoolEvent event = only(
                TestBlock.number(2)
                        .log(
                                POOL,
                                "Flash(address indexed sender, address indexed recipient, uint256 amount0, uint256 amount1, uint256 paid0, uint256 paid1)",
                                ALICE,
                                BOB,
                                1000,
                                2000,
                                3,
                                6),
                Topic.POOL_EVENTS,
                PoolEvent.class);

        assertThat(event.getKind()).isEqualTo(PoolEventKind.FLASH);
        assertThat(List.of(event.getAmount0Raw(), event.getAmount1Raw())).containsExactly("3", "6");
    }

    @Test
    void setFeeProtocolTellsTheNewShares() {
        PoolEvent event = only(
                TestBlock.number(2)
                        .log(POOL, "SetFeeProtocol(uint8 old0, uint8 old1, uint8 new0, uint8 new1)", 4, 5, 0, 255),
                Topic.POOL_EVENTS,
                PoolEvent.class);

        assertThat(event.getKind()).isEqualTo(PoolEventKind.SET_FEE_PROTOCOL);
        assertThat(List.of(event.getFeeProtocol0(), event.getFeeProtocol1())).containsExactly(0, 255);
    }

    @Test
    void collectProtocolTellsWhatWasPaidOut() {
        PoolEvent event = only(
                TestBlock.number(2)
                        .log(
                                POOL,
                                "CollectProtocol(address indexed sender, address indexed recipient, uint128 amount0, uint128 amount1)",
                                ALICE,
                                BOB,
                                17,
                                18),
                Topic.POOL_EVENTS,
                PoolEvent.class);

        assertThat(event.getKind()).isEqualTo(PoolEventKind.COLLECT_PROTOCOL);
        assertThat(List.of(event.getAmount0Raw(), event.getAmount1Raw())).containsExactly("17", "18");
    }

    @Test
    void semanticNonsenseIsLeftToTheBook() {
        PositionEvent event = only(
                TestBlock.number(2).mint(POOL, ALICE, 60, -60, 1, 1, 1), Topic.POSITION_EVENTS, PositionEvent.class);

        assertThat(List.of(event.getTickLower(), event.getTickUpper())).containsExactly(60, -60);
    }

    @Test
    void otherEventsOfAPoolAreCounted() {
        List<OutgoingRecord> records = afterCreation(TestBlock.number(2)
                .log(POOL, "IncreaseObservationCardinalityNext(uint16 before, uint16 after)", 1, 100)
                .raw(POOL, List.of(), "0x"));

        assertThat(records).isEmpty();
        assertThat(decoder.tally().ignored()).containsEntry(IgnoreReason.OTHER_EVENT, 2L);
    }

    @Test
    void logsOfUnknownContractsAreCounted() {
        List<OutgoingRecord> records = afterCreation(TestBlock.number(2)
                .mint(TestBlock.OTHER_POOL, ALICE, -60, 60, 1, 1, 1)
                .transfer(TOKEN0, ALICE, POOL, 5)
                .raw(BOB, List.of(Topic0.MINT), "0x"));

        assertThat(records).isEmpty();
        assertThat(decoder.tally().ignored()).containsEntry(IgnoreReason.UNKNOWN_CONTRACT, 3L);
        assertThat(decoder.tally().malformedLogs()).isZero();
    }

    @Test
    void aPoolIsNotCreatedAgainByAnotherFactory() {
        List<OutgoingRecord> records = afterCreation(TestBlock.number(2)
                .log(
                        BOB,
                        "PoolCreated(address indexed token0, address indexed token1, uint24 indexed fee, int24 tickSpacing, address pool)",
                        TOKEN0,
                        TOKEN1,
                        100,
                        1,
                        POOL));

        assertThat(records).isEmpty();
        assertThat(decoder.tally().ignored()).containsEntry(IgnoreReason.OTHER_FACTORY, 1L);
    }
}
