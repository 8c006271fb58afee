/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import static io.ballast.producers.evm.TestBlock.ALICE;
import static io.ballast.producers.evm.TestBlock.PAIR;
import static io.ballast.producers.evm.TestBlock.POOL;
import static io.ballast.producers.evm.TestBlock.TOKEN0;
import static io.ballast.producers.evm.TestBlock.TOKEN1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.producers.pools.TokenListing;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PoolToken;
import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;

class BlockDecoderTest {

    private static final PoolListing LISTED = new PoolListing(
            POOL, PoolKind.CONCENTRATED, "pancakeswap-v3", TOKEN0, TOKEN1, Optional.of(3000), Optional.of(60));

    private static PoolCatalogue listed() {
        TokenListing weth =
                new TokenListing(TOKEN0, Optional.of("WETH"), Optional.of(18), Optional.of("coinbase:ETH-USD"));
        return new PoolCatalogue(56, Map.of(POOL, LISTED), Map.of(), Optional.empty(), Set.of())
                .withTokens(List.of(weth));
    }

    @Test
    void aListedPoolIsDefinedBeforeItsFirstRecord() {
        BlockDecoder decoder = new BlockDecoder(listed());

        List<OutgoingRecord> first = decoder.decode(
                TestBlock.number(9).mint(POOL, ALICE, -60, 60, 1, 1, 1).build());
        List<OutgoingRecord> second = decoder.decode(
                TestBlock.number(10).mint(POOL, ALICE, -60, 60, 1, 1, 1).build());

        assertThat(first).extracting(OutgoingRecord::topic).containsExactly(Topic.POOLS, Topic.POSITION_EVENTS);
        assertThat(second).extracting(OutgoingRecord::topic).containsExactly(Topic.POSITION_EVENTS);
        PoolDefinition definition = (PoolDefinition) first.get(0).value();
        assertThat(definition.getPoolId()).isEqualTo("pancakeswap-v3:56:" + POOL);
        assertThat(definition.getTokens())
                .extracting(PoolToken::getSymbol, PoolToken::getDecimals, PoolToken::getPriceSource)
                .containsExactly(tuple("WETH", 18, "coinbase:ETH-USD"), tuple(null, null, null));
        assertThat(definition.getBlockNumber())
                .as("as of the end of the block before")
                .isEqualTo(8);
        assertThat(definition.getLogIndex()).isEqualTo(Integer.MAX_VALUE);
        assertThat(definition.getBlockHash()).isNull();
    }

    @Test
    void aListedPoolThatIsCreatedKeepsWhatTheListKnows() {
        BlockDecoder decoder = new BlockDecoder(listed());

        PoolDefinition definition = (PoolDefinition)
                decoder.decode(TestBlock.number(1).poolCreated().build()).get(0).value();

        assertThat(definition.getVenue()).isEqualTo("pancakeswap-v3");
        assertThat(definition.getTokens().get(0).getDecimals()).isEqualTo(18);
        assertThat(definition.getBlockHash()).isNotNull();
    }

    @Test
    void timestampsFollowTheOrderOfAPoolsLogs() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        long second = TestBlock.timestampS(1) * 1000;

        List<OutgoingRecord> records = decoder.decode(TestBlock.number(1)
                .poolCreated()
                .pairCreated()
                .mint(POOL, ALICE, -60, 60, 1, 1, 1)
                .sync(PAIR, 1, 1)
                .burn(POOL, ALICE, -60, 60, 1, 1, 1)
                .build());

        assertThat(records)
                .extracting(OutgoingRecord::timestampMs)
                .containsExactly(second, second, second + 1, second + 1, second + 2);
    }

    @Test
    void aBlockTakenBackGivesTheSameRecordsMarkedAndReversed() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        TestBlock block = TestBlock.number(1)
                .poolCreated()
                .pairCreated()
                .nftMinted(POOL, 7, -60, 60, 1000)
                .transfer(TOKEN0, ALICE, PAIR, 5)
                .sync(PAIR, 1, 1)
                .pairSwap(PAIR, 1, 0, 0, 1)
                .transfer(TOKEN0, ALICE, PAIR, 5);

        List<OutgoingRecord> written = decoder.decode(block.build());
        List<OutgoingRecord> takenBack = decoder.decode(block.removed());

        List<OutgoingRecord> reversed = new ArrayList<>(takenBack);
        Collections.reverse(reversed);
        assertThat(reversed).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            SpecificRecordBase was = (SpecificRecordBase) written.get(i).value();
            SpecificRecordBase now = (SpecificRecordBase) reversed.get(i).value();
            assertThat(now.get("removed")).isEqualTo(true);
            now.put("removed", false);
            assertThat(now).isEqualTo(was);
        }
        assertThat(takenBack.get(0).timestampMs())
                .as("time goes on")
                .isGreaterThan(written.get(written.size() - 1).timestampMs());
    }

    @Test
    void aBlockTakenBackDoesNotLearnFromLaterOnes() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        TestBlock direct = TestBlock.number(1).poolCreated().mint(POOL, TestBlock.MANAGER, -60, 60, 1, 1, 1);
        List<OutgoingRecord> written = decoder.decode(direct.build());
        decoder.decode(TestBlock.number(2).nftMinted(POOL, 7, -60, 60, 1000).build());

        List<OutgoingRecord> takenBack = decoder.decode(direct.removed());

        SpecificRecordBase was = (SpecificRecordBase) written.get(1).value();
        SpecificRecordBase now = (SpecificRecordBase) takenBack.get(0).value();
        assertThat(now.get("managed")).isEqualTo(was.get("managed")).isEqualTo(false);
    }

    @Test
    void aManagerOfABranchThatWasDroppedIsNoneOnTheNext() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        decoder.decode(TestBlock.number(1).poolCreated().build());
        TestBlock dropped = TestBlock.number(2).nftMinted(POOL, 7, -60, 60, 1000);
        TestBlock after = TestBlock.number(3).mint(POOL, TestBlock.MANAGER, -60, 60, 1, 1, 1);
        decoder.decode(dropped.build());
        decoder.decode(after.build());

        decoder.decode(dropped.removed());
        List<OutgoingRecord> takenBack = decoder.decode(after.removed());
        List<OutgoingRecord> next = decoder.decode(TestBlock.number(2, 2)
                .mint(POOL, TestBlock.MANAGER, -60, 60, 1, 1, 1)
                .build());

        assertThat(value(takenBack, 0).get("managed")).as("as it was written").isEqualTo(true);
        assertThat(value(next, 0).get("managed")).isEqualTo(false);
    }

    @Test
    void anAddressMayHoldAnotherPoolOnAnotherBranch() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        TestBlock dropped =
                TestBlock.number(1).poolCreated(POOL, TOKEN0, TOKEN1).pairCreated(PAIR, TOKEN0, TOKEN1);
        decoder.decode(dropped.build());
        decoder.decode(dropped.removed());

        List<OutgoingRecord> next = decoder.decode(TestBlock.number(1, 2)
                .transfer(TOKEN1, ALICE, PAIR, 5)
                .poolCreated(POOL, TOKEN0, TestBlock.TOKEN2)
                .mint(POOL, ALICE, -60, 60, 1, 1, 1)
                .build());

        assertThat(next).extracting(OutgoingRecord::topic).containsExactly(Topic.POOLS, Topic.POSITION_EVENTS);
        PoolDefinition definition = (PoolDefinition) next.get(0).value();
        assertThat(definition.getTokens().get(1).getAddress()).isEqualTo(TestBlock.TOKEN2);
    }

    @Test
    void theClockOfAPoolThatIsCreatedAgainGoesOn() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        TestBlock dropped = TestBlock.number(5).poolCreated();
        decoder.decode(dropped.build());
        long last = decoder.decode(dropped.removed()).get(0).timestampMs();

        long next = decoder.decode(TestBlock.number(5, 2).poolCreated().build())
                .get(0)
                .timestampMs();

        assertThat(next).isGreaterThan(last);
    }

    @Test
    void aListedPoolIsDefinedAgainWhenItsCreationWasDropped() {
        BlockDecoder decoder = new BlockDecoder(listed());
        TestBlock dropped = TestBlock.number(1).poolCreated();
        decoder.decode(dropped.build());
        decoder.decode(dropped.removed());

        List<OutgoingRecord> next = decoder.decode(
                TestBlock.number(1, 2).mint(POOL, ALICE, -60, 60, 1, 1, 1).build());

        assertThat(next).extracting(OutgoingRecord::topic).containsExactly(Topic.POOLS, Topic.POSITION_EVENTS);
    }

    private static SpecificRecordBase value(List<OutgoingRecord> records, int index) {
        return (SpecificRecordBase) records.get(index).value();
    }

    @Test
    void snapshotsAreAskedOfEveryPoolThatIsThere() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        decoder.decode(TestBlock.number(1).poolCreated().pairCreated().build());
        TestBlock shortLived = TestBlock.number(2).poolCreated(TestBlock.OTHER_POOL, TOKEN0, TestBlock.TOKEN2);
        decoder.decode(shortLived.build());
        decoder.decode(shortLived.removed());

        List<OutgoingRecord> snapshots =
                decoder.snapshots(5, Optional.of(TestBlock.hash(5)), Instant.ofEpochSecond(TestBlock.timestampS(5)));

        assertThat(snapshots)
                .extracting(OutgoingRecord::key)
                .containsExactly("uniswap-v3:1:" + POOL, "uniswap-v2:1:" + PAIR);
        PoolEvent snapshot = (PoolEvent) snapshots.get(0).value();
        assertThat(snapshot.getKind()).isEqualTo(PoolEventKind.SNAPSHOT);
        assertThat(snapshot.getBlockNumber()).isEqualTo(5);
        assertThat(snapshot.getBlockHash()).isEqualTo(TestBlock.hash(5));
        assertThat(snapshot.getLogIndex()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void aSnapshotComesAfterItsBlockInTimeToo() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        long last =
                decoder.decode(TestBlock.number(1).poolCreated().build()).get(0).timestampMs();

        long snapshot = decoder.snapshots(1, Optional.empty(), Instant.ofEpochSecond(TestBlock.timestampS(1)))
                .get(0)
                .timestampMs();
        long next = decoder.decode(
                        TestBlock.number(2).mint(POOL, ALICE, -60, 60, 1, 1, 1).build())
                .get(0)
                .timestampMs();

        assertThat(snapshot).isBetween(last + 1, next - 1);
    }

    @Test
    void aSnapshotIsTakenBackWithTheIdentityItHad() {
        BlockDecoder decoder = new BlockDecoder(PoolCatalogue.empty(1));
        decoder.decode(TestBlock.number(1).poolCreated().build());
        List<OutgoingRecord> asked = decoder.snapshots(1, Optional.of(TestBlock.hash(1)), Instant.EPOCH);

        List<OutgoingRecord> retracted = decoder.retract(asked);

        PoolEvent request = (PoolEvent) asked.get(0).value();
        assertThat(retracted).singleElement().satisfies(record -> {
            assertThat(record.value())
                    .isEqualTo(PoolEvent.newBuilder(request).setRemoved(true).build());
            assertThat(record.timestampMs()).isGreaterThan(asked.get(0).timestampMs());
        });
    }

    @Test
    void logsOfAnotherBlockAreRefused() {
        LogBlock one = TestBlock.number(1).poolCreated().build();
        LogBlock two = TestBlock.number(2).poolCreated().build();

        assertThatThrownBy(() -> new LogBlock(1, one.hash(), one.time(), false, two.logs()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not of block 1");
    }
}
