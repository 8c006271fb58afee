/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.BOB;
import static io.ballast.producers.evm.TestBlock.MANAGER;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.ConcentratedContract;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Uniswap v4: logs of its PoolManager and PositionManager. */
class SingletonLogsTest {

    private static final String POOL_MANAGER = TestBlock.address(0x4444);
    private static final String ID = TestBlock.hash(0xabcdef);
    private static final String POOL_ID = "uniswap-v4:1:" + ID;
    private static final String ONE = "79228162514264337593543950336";
    private static final String HOOKS = TestBlock.address(0xc0);
    private static final int DYNAMIC = 0x800000;

    private final BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));

    @Test
    void initializeDefinesThePoolAndSetsItsPrice() {
        List<OutgoingRecord> records = decoder.decode(initialized(3000, ZERO).build());

        assertThat(records).extracting(OutgoingRecord::topic).containsExactly(Topic.POOLS, Topic.POOL_EVENTS);
        assertThat(records).extracting(OutgoingRecord::key).containsOnly(POOL_ID);
        PoolDefinition definition = (PoolDefinition) records.get(0).value();
        assertThat(definition.getAddress()).isEqualTo(ID);
        assertThat(definition.getContract()).isEqualTo(ConcentratedContract.UNISWAP_V4);
        assertThat(definition.getPoolManager()).isEqualTo(POOL_MANAGER);
        assertThat(definition.getHooks()).isNull();
        assertThat(definition.getFeePips()).isEqualTo(3000);
        assertThat(definition.getTickSpacing()).isEqualTo(60);
        PoolEvent first = (PoolEvent) records.get(1).value();
        assertThat(first.getKind()).isEqualTo(PoolEventKind.INITIALIZE);
        assertThat(first.getSqrtPriceX96Raw()).isEqualTo(ONE);
        assertThat(first.getTick()).isZero();
    }

    /** The zero address is the chain's own coin: 18 decimals, and no contract to ask. */
    @Test
    void theChainsOwnCoinIsKnownWithoutAsking() {
        List<OutgoingRecord> records = decoder.decode(initialized(3000, ZERO).build());

        PoolDefinition definition = (PoolDefinition) records.get(0).value();
        assertThat(definition.getTokens().get(0).getAddress()).isEqualTo(ZERO);
        assertThat(definition.getTokens().get(0).getDecimals()).isEqualTo(18);
        assertThat(definition.getTokens().get(1).getDecimals()).isNull();
    }

    @Test
    void aDynamicFeeIsUnknownUntilASwapSaysIt() {
        List<OutgoingRecord> records =
                decoder.decode(initialized(DYNAMIC, HOOKS).build());

        PoolDefinition definition = (PoolDefinition) records.get(0).value();
        assertThat(definition.getFeePips()).isNull();
        assertThat(definition.getHooks()).isEqualTo(HOOKS);
    }

    /** The log's amounts are the caller's: -100 was paid in, 98 paid out. */
    @Test
    void aSwapsAmountsBecomeThePools() {
        PriceTick tick = only(
                TestBlock.number(2)
                        .log(
                                POOL_MANAGER,
                                "Swap(bytes32 indexed id, address indexed sender, int128 amount0, int128 amount1, uint160 sqrtPriceX96, uint128 liquidity, int24 tick, uint24 fee)",
                                ID,
                                BOB,
                                -100,
                                98,
                                "79228162514264329749955861424",
                                "1000000000000000000",
                                -1,
                                3000),
                PriceTick.class);

        assertThat(tick.getKind()).isEqualTo(PriceTickKind.SWAP);
        assertThat(tick.getAmount0Raw()).isEqualTo("100");
        assertThat(tick.getAmount1Raw()).isEqualTo("-98");
        assertThat(tick.getSqrtPriceX96Raw()).isEqualTo("79228162514264329749955861424");
        assertThat(tick.getTick()).isEqualTo(-1);
        assertThat(tick.getFeePips()).isEqualTo(3000);
    }

    @Test
    void anNftIsToldOfBeforeTheLiquidityThatSaysWhatItStandsFor() {
        decoder.decode(initialized(3000, ZERO).build());

        List<PositionEvent> events = values(
                decoder.decode(
                        modify(TestBlock.number(2).nftTransfer(ZERO, ALICE, 77), MANAGER, "500", TestBlock.hash(77))
                                .build()),
                PositionEvent.class);

        assertThat(events)
                .extracting(PositionEvent::getKind)
                .containsExactly(PositionEventKind.NFT_TRANSFER, PositionEventKind.MODIFY);
        PositionEvent transfer = events.get(0);
        assertThat(transfer.getPoolId()).isEqualTo(POOL_ID);
        assertThat(transfer.getTokenId()).isEqualTo("77");
        assertThat(transfer.getToAddress()).isEqualTo(ALICE);
        assertThat(transfer.getTickLower()).isEqualTo(-120);
        assertThat(transfer.getSalt()).isEqualTo(TestBlock.hash(77));
        PositionEvent modify = events.get(1);
        assertThat(modify.getManaged()).isTrue();
        assertThat(modify.getOwner()).isEqualTo(MANAGER);
        assertThat(modify.getSalt()).isEqualTo(TestBlock.hash(77));
        assertThat(modify.getLiquidityChangeRaw()).isEqualTo("500");
        assertThat(modify.getAmount0Raw()).isNull();
    }

    @Test
    void anNftThatMovesLaterIsStillKnown() {
        decoder.decode(initialized(3000, ZERO).build());
        decoder.decode(modify(TestBlock.number(2).nftTransfer(ZERO, ALICE, 77), MANAGER, "500", TestBlock.hash(77))
                .build());

        List<PositionEvent> events = values(
                decoder.decode(TestBlock.number(3).nftTransfer(ALICE, BOB, 77).build()), PositionEvent.class);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getPoolId()).isEqualTo(POOL_ID);
            assertThat(event.getToAddress()).isEqualTo(BOB);
        });
    }

    @Test
    void liquidityOfAnybodyElseIsNotManaged() {
        PositionEvent modify = only(modify(TestBlock.number(2), BOB, "-500", TestBlock.hash(0)), PositionEvent.class);

        assertThat(modify.getManaged()).isFalse();
        assertThat(modify.getOwner()).isEqualTo(BOB);
        assertThat(modify.getSalt()).isEqualTo(TestBlock.hash(0));
        assertThat(modify.getLiquidityChangeRaw()).isEqualTo("-500");
    }

    @Test
    void aDonationIsAPoolEvent() {
        PoolEvent event = only(
                TestBlock.number(2)
                        .log(
                                POOL_MANAGER,
                                "Donate(bytes32 indexed id, address indexed sender, uint256 amount0, uint256 amount1)",
                                ID,
                                BOB,
                                5,
                                6),
                PoolEvent.class);

        assertThat(event.getKind()).isEqualTo(PoolEventKind.DONATE);
        assertThat(event.getAmount0Raw()).isEqualTo("5");
        assertThat(event.getAmount1Raw()).isEqualTo("6");
    }

    /** v4-core ProtocolFeeLibrary: the lower 12 bits are those of swaps from token0 to token1. */
    @Test
    void twoProtocolFeesAreInOneNumber() {
        PoolEvent event = only(
                TestBlock.number(2)
                        .log(
                                POOL_MANAGER,
                                "ProtocolFeeUpdated(bytes32 indexed id, uint24 protocolFee)",
                                ID,
                                700 + (900 << 12)),
                PoolEvent.class);

        assertThat(event.getKind()).isEqualTo(PoolEventKind.SET_FEE_PROTOCOL);
        assertThat(event.getFeeProtocol0()).isEqualTo(700);
        assertThat(event.getFeeProtocol1()).isEqualTo(900);
    }

    @Test
    void anotherContractsLogOfThePoolsIdIsNone() {
        decoder.decode(initialized(3000, ZERO).build());

        List<OutgoingRecord> records = decoder.decode(TestBlock.number(2)
                .log(
                        BOB,
                        "Donate(bytes32 indexed id, address indexed sender, uint256 amount0, uint256 amount1)",
                        ID,
                        BOB,
                        5,
                        6)
                .build());

        assertThat(records).isEmpty();
        assertThat(decoder.tally().ignored()).containsEntry(IgnoreReason.UNKNOWN_CONTRACT, 1L);
    }

    @Test
    void aMalformedLogOfAKnownPoolIsADeadLetterOfIt() {
        DeadLetter letter = only(
                TestBlock.number(2).raw(POOL_MANAGER, List.of(Topic0.V4_SWAP, ID, TestBlock.hash(1)), "0x00"),
                DeadLetter.class);

        assertThat(letter.getPoolId()).isEqualTo(POOL_ID);
        assertThat(letter.getReason()).contains("Swap (v4) has 192 bytes of data");
    }

    @Test
    void aBlockTakenBackGivesTheSameRecordsMarkedSo() {
        decoder.decode(initialized(3000, ZERO).build());
        TestBlock block = modify(TestBlock.number(2).nftTransfer(ZERO, ALICE, 77), MANAGER, "500", TestBlock.hash(77));
        decoder.decode(block.build());

        List<PositionEvent> taken = values(decoder.decode(block.removed()), PositionEvent.class);

        assertThat(taken).extracting(PositionEvent::getRemoved).containsOnly(true);
        assertThat(taken)
                .extracting(PositionEvent::getKind)
                .containsExactly(PositionEventKind.MODIFY, PositionEventKind.NFT_TRANSFER);
        assertThat(taken.get(0).getManaged()).isTrue();
    }

    private <T extends SpecificRecord> T only(TestBlock block, Class<T> type) {
        decoder.decode(initialized(3000, ZERO).build());
        List<OutgoingRecord> records = decoder.decode(block.build());
        assertThat(records).hasSize(1);
        return type.cast(records.get(0).value());
    }

    private static <T extends SpecificRecord> List<T> values(List<OutgoingRecord> records, Class<T> type) {
        return records.stream()
                .flatMap(record ->
                        type.isInstance(record.value()) ? Stream.of(type.cast(record.value())) : Stream.empty())
                .toList();
    }

    private static TestBlock initialized(int fee, String hooks) {
        return TestBlock.number(1)
                .log(
                        POOL_MANAGER,
                        "Initialize(bytes32 indexed id, address indexed currency0, address indexed currency1, uint24 fee, int24 tickSpacing, address hooks, uint160 sqrtPriceX96, int24 tick)",
                        ID,
                        ZERO,
                        TOKEN1,
                        fee,
                        60,
                        hooks,
                        ONE,
                        0);
    }

    private static TestBlock modify(TestBlock block, String sender, String change, String salt) {
        return block.log(
                POOL_MANAGER,
                "ModifyLiquidity(bytes32 indexed id, address indexed sender, int24 tickLower, int24 tickUpper, int256 liquidityDelta, bytes32 salt)",
                ID,
                sender,
                -120,
                180,
                change,
                salt);
    }
}
