/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.schemas.serde.AvroSerializer;
import io.ballast.schemas.serde.RegistryClients;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What a reader of the topics may rely on, looked at from the records alone. */
class SimulationRecordsTest {

    private static final SimulationOptions OPTIONS = Simulations.busy(42, 300);
    private static final MemorySink SINK = Simulations.run(OPTIONS, 150);

    @Test
    void shouldWriteTheSameBytesForTheSameSeedAndOthersForAnother() {
        assertThat(bytes(Simulations.run(OPTIONS, 150))).isEqualTo(bytes(SINK));
        assertThat(bytes(Simulations.run(Simulations.busy(43, 300), 150))).isNotEqualTo(bytes(SINK));
    }

    @Test
    void shouldMarkEveryRecordAsSimulated() {
        assertThat(SINK.records())
                .allSatisfy(sent -> assertThat(field(sent, "simulated")).isEqualTo(true));
    }

    @Test
    void shouldPutEveryRecordOnItsTopicUnderItsKey() {
        assertThat(SINK.records()).allSatisfy(sent -> {
            String keyField = sent.topic() == Topic.PRICE_TICKS ? "instrument_id" : "pool_id";
            assertThat(field(sent, keyField)).isEqualTo(sent.key());
        });
        assertThat(SINK.records())
                .extracting(OutgoingRecord::topic)
                .contains(Topic.POOLS, Topic.POOL_EVENTS, Topic.POSITION_EVENTS, Topic.PRICE_TICKS);
    }

    @Test
    void shouldNumberBlocksWithoutGapsAndSpaceThemEvenly() {
        List<RecordBlock> blocks = SINK.blocks();
        long setUp = blocks.size() - 150;

        for (int i = 0; i < blocks.size(); i++) {
            Instant time = OPTIONS.tradingStart().plus(OPTIONS.blockInterval().multipliedBy(i + 1 - setUp));
            assertThat(blocks.get(i).blockNumber()).isEqualTo(i + 1);
            assertThat(logs(blocks.get(i)))
                    .allSatisfy(sent -> assertThat(field(sent, "event_time")).isEqualTo(time));
        }
        assertThat(new HashSet<>(blocks.stream().map(RecordBlock::blockHash).toList()))
                .hasSameSizeAs(blocks);
    }

    @Test
    void shouldOrderTheLogsOfABlock() {
        for (RecordBlock block : SINK.blocks()) {
            List<OutgoingRecord> logs = logs(block);
            assertThat(logs)
                    .extracting(sent -> (Integer) field(sent, "log_index"))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(logs).allSatisfy(sent -> {
                assertThat(field(sent, "block_number")).isEqualTo(block.blockNumber());
                assertThat(field(sent, "block_hash"))
                        .isEqualTo(block.blockHash().orElseThrow());
                assertThat((String) field(sent, "transaction_hash")).matches("0x[0-9a-f]{64}");
            });
        }
    }

    @Test
    void shouldGiveEachPoolsRecordsTimestampsInLogOrder() {
        Map<String, Long> last = new HashMap<>();
        for (OutgoingRecord sent : SINK.records()) {
            long blockTimeMs = ((Instant) field(sent, "event_time")).toEpochMilli();
            Long before = last.put(sent.key(), sent.timestampMs());
            assertThat(sent.timestampMs()).isBetween(blockTimeMs, blockTimeMs + 999);
            if (before != null && isLog(sent)) {
                assertThat(sent.timestampMs()).isGreaterThan(before);
            }
        }
    }

    @Test
    void shouldLogPositionsOfTheManagerInTheContractsOrder() {
        List<PositionEvent> events = SINK.values(Topic.POSITION_EVENTS, PositionEvent.class);
        Set<PositionEventKind> seen = new HashSet<>();
        for (int i = 0; i < events.size(); i++) {
            PositionEvent event = events.get(i);
            seen.add(event.getKind());
            switch (event.getKind()) {
                case NFT_INCREASE -> assertPoolLogBefore(events, i, PositionEventKind.MINT);
                case NFT_DECREASE -> assertPoolLogBefore(events, i, PositionEventKind.BURN);
                case NFT_COLLECT -> assertPoolLogBefore(events, i, PositionEventKind.COLLECT);
                default -> assertThat(event.getRemoved()).isFalse();
            }
        }
        assertThat(seen)
                .contains(
                        PositionEventKind.NFT_INCREASE,
                        PositionEventKind.NFT_DECREASE,
                        PositionEventKind.NFT_COLLECT,
                        PositionEventKind.NFT_TRANSFER,
                        PositionEventKind.LP_TRANSFER,
                        PositionEventKind.LP_MINT,
                        PositionEventKind.LP_BURN);
    }

    @Test
    void shouldHaveDirectPositionsThatNoManagerKnows() {
        assertThat(SINK.values(Topic.POSITION_EVENTS, PositionEvent.class))
                .filteredOn(event -> event.getKind() == PositionEventKind.MINT && !event.getManaged())
                .isNotEmpty()
                .extracting(PositionEvent::getOwner)
                .doesNotContain(DemoPools.POSITION_MANAGER);
    }

    @Test
    void shouldTransferPositionsToSomebodyElse() {
        List<PositionEvent> transfers = SINK.values(Topic.POSITION_EVENTS, PositionEvent.class).stream()
                .filter(event -> event.getFromAddress() != null)
                .filter(event -> DemoWallets.portfolioByOwner().containsKey(event.getFromAddress()))
                .toList();

        assertThat(transfers).isNotEmpty().allSatisfy(event -> assertThat(event.getToAddress())
                .isNotEqualTo(event.getFromAddress()));
    }

    @Test
    void shouldDefineEachPoolOnceAndFirst() {
        List<PoolDefinition> definitions = SINK.values(Topic.POOLS, PoolDefinition.class);

        assertThat(definitions)
                .extracting(PoolDefinition::getPoolId)
                .containsExactlyInAnyOrder(
                        DemoPools.USDC_WETH.poolId(), DemoPools.WBTC_WETH.poolId(), DemoPools.USDC_WETH_PAIR.poolId());
        Set<String> defined = new HashSet<>();
        for (OutgoingRecord sent : SINK.records()) {
            if (sent.topic() == Topic.POOLS) {
                defined.add(sent.key());
            } else if (isLog(sent)) {
                assertThat(defined).contains(sent.key());
            }
        }
    }

    @Test
    void shouldQuoteTheMarketsBetweenTheBlocks() {
        List<PriceTick> quotes = SINK.values(Topic.PRICE_TICKS, PriceTick.class).stream()
                .filter(tick -> tick.getInstrumentId().equals(DemoMarkets.ETH_USD))
                .filter(tick -> tick.getKind() == PriceTickKind.QUOTE)
                .filter(tick -> tick.getEventTime().isAfter(OPTIONS.tradingStart()))
                .toList();

        assertThat(quotes).hasSize(150 * OPTIONS.quotesPerBlock());
        assertThat(Duration.between(quotes.get(0).getEventTime(), quotes.get(1).getEventTime()))
                .isEqualTo(OPTIONS.blockInterval().dividedBy(OPTIONS.quotesPerBlock()));
        assertThat(quotes).allSatisfy(quote -> assertThat(quote.getPrice()).isBetween(quote.getBid(), quote.getAsk()));
    }

    @Test
    void shouldAssignEveryOwnerAPortfolio() {
        Set<String> owners = new HashSet<>();
        for (PositionEvent event : SINK.values(Topic.POSITION_EVENTS, PositionEvent.class)) {
            if (event.getKind() == PositionEventKind.NFT_TRANSFER || event.getKind() == PositionEventKind.LP_TRANSFER) {
                owners.add(event.getToAddress());
            } else if (event.getKind() == PositionEventKind.MINT && !event.getManaged()) {
                owners.add(event.getOwner());
            }
        }
        owners.remove("0x" + "0".repeat(40));
        owners.remove(DemoPools.USDC_WETH_PAIR.address());

        assertThat(DemoWallets.portfolioByOwner().keySet()).containsExactlyInAnyOrderElementsOf(owners);
        assertThat(DemoWallets.portfolioByOwner().values())
                .allSatisfy(portfolio -> assertThat(portfolio).startsWith("demo-desk/"));
    }

    private static void assertPoolLogBefore(List<PositionEvent> events, int index, PositionEventKind expected) {
        PositionEvent event = events.get(index);
        PositionEvent before = events.get(index - 1);
        if (before.getKind() == PositionEventKind.NFT_TRANSFER) {
            assertThat(before.getFromAddress()).isEqualTo("0x" + "0".repeat(40));
            before = events.get(index - 2);
        }
        assertThat(before.getKind()).isEqualTo(expected);
        assertThat(before.getManaged()).isTrue();
        assertThat(before.getOwner()).isEqualTo(event.getPositionManager());
        assertThat(before.getTickLower()).isEqualTo(event.getTickLower());
        assertThat(before.getTickUpper()).isEqualTo(event.getTickUpper());
        assertThat(before.getTransactionHash()).isEqualTo(event.getTransactionHash());
    }

    private static List<OutgoingRecord> logs(RecordBlock block) {
        return block.records().stream().filter(SimulationRecordsTest::isLog).toList();
    }

    private static boolean isLog(OutgoingRecord sent) {
        return !sent.key().startsWith("sim:");
    }

    private static Object field(OutgoingRecord sent, String name) {
        return ((GenericRecord) sent.value()).get(name);
    }

    private static List<String> bytes(MemorySink sink) {
        SchemaRegistryClient registry =
                RegistryClients.create(Map.of("schema.registry.url", "mock://" + System.identityHashCode(sink)));
        List<String> all = new ArrayList<>();
        try (AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>(registry, true)) {
            for (OutgoingRecord sent : sink.records()) {
                byte[] value = serializer.serialize(sent.topic().fullName("ballast."), sent.value());
                all.add(sent.topic() + " " + sent.key() + " " + sent.timestampMs() + " "
                        + HexFormat.of().formatHex(value));
            }
        }
        return all;
    }
}
