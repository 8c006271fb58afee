/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.BOB;
import static io.ballast.producers.evm.TestBlock.MANAGER;
import static io.ballast.producers.evm.TestBlock.OTHER_POOL;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static io.ballast.producers.evm.TestBlock.TOKEN2;
import static io.ballast.producers.evm.TestBlock.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.SourceContracts;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schemas.catalogue.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NftLogsTest {

    private static final String HUGE_ID =
            "115792089237316195423570985008687907853269984665640564039457584007913129639935";

    private static final String GAUGE = TestBlock.address(0x6a);

    private final BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));

    @BeforeEach
    void createPools() {
        decoder.decode(TestBlock.number(1)
                .poolCreated()
                .poolCreated(OTHER_POOL, TOKEN1, TOKEN2)
                .build());
    }

    private List<PositionEvent> decode(LogBlock block) {
        return decoder.decode(block).stream()
                .filter(record -> record.topic() == Topic.POSITION_EVENTS)
                .map(record -> (PositionEvent) record.value())
                .toList();
    }

    @Test
    void anNftComesIntoBeingWithItsRangeAlthoughItsLiquidityIsLoggedLater() {
        List<PositionEvent> events = decode(
                TestBlock.number(2).nftMinted(POOL, HUGE_ID, -60, 60, 1000).build());

        assertThat(events)
                .extracting(
                        PositionEvent::getKind,
                        PositionEvent::getTokenId,
                        PositionEvent::getTickLower,
                        PositionEvent::getTickUpper,
                        PositionEvent::getLogIndex)
                .containsExactly(
                        tuple(PositionEventKind.MINT, null, -60, 60, 0),
                        tuple(PositionEventKind.NFT_TRANSFER, HUGE_ID, -60, 60, 1),
                        tuple(PositionEventKind.NFT_INCREASE, HUGE_ID, -60, 60, 2));
    }

    @Test
    void recordsOfAnNftSayAllThatItsLogsSay() {
        List<PositionEvent> events =
                decode(TestBlock.number(2).nftMinted(POOL, 7, -60, 60, 1000).build());

        assertThat(events).allSatisfy(event -> assertThat(event.getPoolId()).isEqualTo("uniswap-v3:1:" + POOL));
        PositionEvent transfer = events.get(1);
        assertThat(transfer.getFromAddress()).isEqualTo(ZERO);
        assertThat(transfer.getToAddress()).isEqualTo(ALICE);
        assertThat(transfer.getPositionManager()).isEqualTo(MANAGER);
        PositionEvent increase = events.get(2);
        assertThat(increase.getPositionManager()).isEqualTo(MANAGER);
        assertThat(increase.getOwner()).isNull();
        assertThat(increase.getLiquidityRaw()).isEqualTo("1000");
        assertThat(List.of(increase.getAmount0Raw(), increase.getAmount1Raw())).containsExactly("11", "12");
    }

    @Test
    void theManagersOwnSlotIsMarkedFromTheFirstBlockOn() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .mint(POOL, BOB, -60, 60, 5, 1, 1)
                .transaction()
                .nftMinted(POOL, 7, -60, 60, 1000)
                .build());

        assertThat(events)
                .filteredOn(event -> event.getKind() == PositionEventKind.MINT)
                .extracting(PositionEvent::getOwner, PositionEvent::getManaged)
                .containsExactly(tuple(BOB, false), tuple(MANAGER, true));
    }

    @Test
    void aManagerThatIsListedIsOneBeforeItsFirstNft() {
        BlockDecoder told =
                new BlockDecoder(new PoolCatalogue(1, Map.of(), Map.of(), Optional.empty(), Set.of(MANAGER)));

        PositionEvent mint = (PositionEvent) told.decode(TestBlock.number(1)
                        .poolCreated()
                        .mint(POOL, MANAGER, -60, 60, 5, 1, 1)
                        .build())
                .get(1)
                .value();

        assertThat(mint.getManaged()).isTrue();
    }

    @Test
    void aWholeExitInOneTransactionIsFollowed() {
        decode(TestBlock.number(2).nftMinted(POOL, 7, -60, 60, 1000).build());

        List<PositionEvent> events = decode(TestBlock.number(3)
                .burn(POOL, MANAGER, -60, 60, 1000, 10, 11)
                .decrease(7, 1000, 10, 11)
                .burn(POOL, MANAGER, -60, 60, 0, 0, 0)
                .collect(POOL, MANAGER, ALICE, -60, 60, 14, 15)
                .nftCollect(7, ALICE, 15, 15)
                .nftTransfer(ALICE, ZERO, 7)
                .build());

        assertThat(events)
                .extracting(PositionEvent::getKind)
                .containsExactly(
                        PositionEventKind.BURN,
                        PositionEventKind.NFT_DECREASE,
                        PositionEventKind.BURN,
                        PositionEventKind.COLLECT,
                        PositionEventKind.NFT_COLLECT,
                        PositionEventKind.NFT_TRANSFER);
        PositionEvent collected = events.get(4);
        assertThat(List.of(collected.getAmount0Raw(), collected.getAmount1Raw()))
                .as("the manager's own figures, although the pool paid a unit less")
                .containsExactly("15", "15");
        assertThat(collected.getTokenId()).isEqualTo("7");
    }

    @Test
    void severalNftsOfOneTransactionAreToldApart() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .nftMinted(POOL, 7, -60, 60, 1000)
                .nftMinted(OTHER_POOL, 8, -120, 120, 1000)
                .nftMinted(POOL, 9, 0, 60, 1000)
                .build());

        assertThat(events)
                .filteredOn(event -> event.getTokenId() != null)
                .extracting(PositionEvent::getPoolId, PositionEvent::getTokenId, PositionEvent::getTickLower)
                .containsExactly(
                        tuple("uniswap-v3:1:" + POOL, "7", -60),
                        tuple("uniswap-v3:1:" + POOL, "7", -60),
                        tuple("uniswap-v3:1:" + OTHER_POOL, "8", -120),
                        tuple("uniswap-v3:1:" + OTHER_POOL, "8", -120),
                        tuple("uniswap-v3:1:" + POOL, "9", 0),
                        tuple("uniswap-v3:1:" + POOL, "9", 0));
    }

    @Test
    void anNftMetInMidLifeIsFoundByItsDecrease() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .burn(POOL, MANAGER, -60, 60, 300, 10, 11)
                .decrease(7, 300, 10, 11)
                .build());

        assertThat(events.get(1).getKind()).isEqualTo(PositionEventKind.NFT_DECREASE);
        assertThat(events.get(1).getTickUpper()).isEqualTo(60);
        assertThat(events.get(0).getManaged()).isTrue();
    }

    @Test
    void anNftMetInMidLifeIsFoundByItsCollect() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .collect(POOL, MANAGER, BOB, -120, 120, 1, 1)
                .nftCollect(6, BOB, 1, 1)
                .collect(POOL, MANAGER, ALICE, -60, 60, 14, 15)
                .nftCollect(7, ALICE, 15, 15)
                .build());

        assertThat(events)
                .filteredOn(event -> event.getKind() == PositionEventKind.NFT_COLLECT)
                .extracting(PositionEvent::getTokenId, PositionEvent::getTickLower)
                .containsExactly(tuple("6", -120), tuple("7", -60));
    }

    @Test
    void anNftMovesToAnotherHolderInALaterBlock() {
        decode(TestBlock.number(2).nftMinted(POOL, 7, -60, 60, 1000).build());

        List<PositionEvent> events =
                decode(TestBlock.number(3).nftTransfer(ALICE, BOB, 7).build());

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getKind()).isEqualTo(PositionEventKind.NFT_TRANSFER);
            assertThat(event.getToAddress()).isEqualTo(BOB);
            assertThat(event.getTickLower()).isEqualTo(-60);
        });
    }

    /** As into a gauge; on its way back it is a transfer like any other. */
    @Test
    void aTransferToACustodianSaysSo() {
        BlockDecoder withGauge = new BlockDecoder(
                PoolCatalogue.empty(1).with(new SourceContracts(Map.of(), Set.of(), Map.of(), Set.of(GAUGE))));
        withGauge.decode(TestBlock.number(1).poolCreated().build());
        withGauge.decode(TestBlock.number(2).nftMinted(POOL, "7", -60, 60, 1000).build());

        List<OutgoingRecord> records = withGauge.decode(TestBlock.number(3)
                .nftTransfer(ALICE, GAUGE, 7)
                .nftTransfer(GAUGE, ALICE, 7)
                .build());

        assertThat(records)
                .extracting(record -> (PositionEvent) record.value())
                .extracting(PositionEvent::getToAddress, PositionEvent::getInCustody)
                .containsExactly(tuple(GAUGE, true), tuple(ALICE, false));
    }

    @Test
    void aTransferInTheBlockBeforeTheLogThatTellsTheRangeIsNotLost() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .nftTransfer(ALICE, BOB, 7)
                .transaction()
                .burn(POOL, MANAGER, -60, 60, 300, 10, 11)
                .decrease(7, 300, 10, 11)
                .build());

        assertThat(events).extracting(PositionEvent::getTokenId).containsExactly("7", null, "7");
    }

    @Test
    void afterAReorganisationATokenIdMayMeanAnotherPosition() {
        TestBlock old = TestBlock.number(2).nftMinted(POOL, 7, -60, 60, 1000);
        decode(old.build());
        decode(old.removed());

        List<PositionEvent> events = decode(
                TestBlock.number(2, 2).nftMinted(OTHER_POOL, 7, -120, 0, 1000).build());
        List<PositionEvent> later =
                decode(TestBlock.number(3, 2).nftTransfer(ALICE, BOB, 7).build());

        assertThat(events)
                .filteredOn(event -> "7".equals(event.getTokenId()))
                .extracting(PositionEvent::getPoolId, PositionEvent::getTickLower)
                .containsOnly(tuple("uniswap-v3:1:" + OTHER_POOL, -120));
        assertThat(later).singleElement().satisfies(event -> assertThat(event.getPoolId())
                .isEqualTo("uniswap-v3:1:" + OTHER_POOL));
    }

    @Test
    void anNftThatCannotBeBroughtToAPoolIsCountedWithItsReason() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .nftMinted(TestBlock.address(0xdead), 5, -60, 60, 1000)
                .transaction()
                .increase(6, 1000, 11, 12)
                .transaction()
                .nftTransfer(ALICE, BOB, 7)
                .build());

        assertThat(events).isEmpty();
        assertThat(decoder.tally().unattributed())
                .containsOnly(
                        Map.entry(UnattributedReason.UNKNOWN_POOL, 2L),
                        Map.entry(UnattributedReason.NO_POOL_LOG, 1L),
                        Map.entry(UnattributedReason.UNSEEN_TOKEN, 1L));
    }

    @Test
    void figuresMustAgreeWithThePoolsLog() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .mint(POOL, MANAGER, -60, 60, 1000, 11, 12)
                .increase(7, 1000, 11, 13)
                .build());

        assertThat(events).extracting(PositionEvent::getKind).containsExactly(PositionEventKind.MINT);
        assertThat(decoder.tally().unattributed()).containsOnly(Map.entry(UnattributedReason.NO_POOL_LOG, 1L));
    }

    @Test
    void onePoolLogStandsBehindOneManagersLogOnly() {
        decode(TestBlock.number(2)
                .mint(POOL, MANAGER, -60, 60, 1000, 11, 12)
                .increase(7, 1000, 11, 12)
                .increase(8, 1000, 11, 12)
                .build());

        assertThat(decoder.tally().unattributed()).containsOnly(Map.entry(UnattributedReason.NO_POOL_LOG, 1L));
    }

    @Test
    void tokensOfOtherCollectionsAreNoConcern() {
        List<PositionEvent> events = decode(TestBlock.number(2)
                .log(BOB, "Transfer(address indexed from, address indexed to, uint256 indexed tokenId)", ALICE, BOB, 7)
                .build());

        assertThat(events).isEmpty();
        assertThat(decoder.tally().ignored()).containsOnly(Map.entry(IgnoreReason.UNKNOWN_CONTRACT, 1L));
        assertThat(decoder.tally().unattributed()).isEmpty();
    }
}
