/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schema.ReferencePrice;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A market's price lies in one partition and is needed in all. */
class ReferencePriceMulticastIT {

    private static final int PARTITIONS = 4;
    private static final int POOLS = 12;
    private static final String ETH = "coinbase:ETH-USD";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    @Test
    void shouldReachEveryPartition() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "multicast.", PARTITIONS)) {
            assertReachesEveryPartition(topics, topics.config(folder));
        }
    }

    @Test
    void shouldReachEveryPartitionWithTheClassicProtocolAndAtLeastOnceToo() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "classic.", PARTITIONS)) {
            Map<String, String> settings = topics.settings(folder);
            settings.put(BallastKeys.GROUP_PROTOCOL, BallastKeys.CLASSIC);
            settings.put(BallastKeys.PROFILE, BallastKeys.LATENCY);
            settings.put(BallastKeys.THREADS, "2");
            assertReachesEveryPartition(topics, BallastConfig.of(settings));
        }
    }

    private static void assertReachesEveryPartition(LiveTopics topics, BallastConfig config) throws Exception {
        try (RiskApplication application = RiskApplication.start(config)) {
            application.awaitRunning(PATIENCE);
            Chain chain = new Chain("a", 100);
            chain.tick(ETH, PriceTickKind.TRADE, tick -> tick.setPrice(2500.0));
            topics.send(chain.records());
            // What the instrument says, and the price of its pair.
            await().atMost(PATIENCE).until(() -> application.counters().referencePrices() == 2 * PARTITIONS);

            Chain pools = new Chain("a", 101);
            IntStream.range(0, POOLS).forEach(number -> pool(pools, number));
            topics.send(pools.records());
            await().atMost(PATIENCE)
                    .until(() -> topics.latest(Topic.POSITION_RISK, PositionRisk.class)
                                    .size()
                            == POOLS);

            assertThat(topics.latest(Topic.POSITION_RISK, PositionRisk.class).values())
                    .allSatisfy(risk -> assertThat(risk.getUsdPerToken1()).isEqualTo(2500.0));
            assertThat(topics.read(Topic.REFERENCE_PRICES, ReferencePrice.class))
                    .filteredOn(record -> record.value().getInstrumentId().equals(ETH))
                    .extracting(ConsumerRecord::partition)
                    .containsExactlyInAnyOrder(0, 1, 2, 3);
            await().atMost(PATIENCE).until(() -> application.inputLag().offsets() == 0);
        }
    }

    private static void pool(Chain chain, int number) {
        String id = String.format("uniswap-v3:1:0x%040x", number);
        chain.define(
                id, PoolKind.CONCENTRATED, List.of(Chain.token("0xa0", 18, null), Chain.token("0xa1", 18, ETH)), 60);
        chain.pool(id, PoolEventKind.INITIALIZE, event -> event.setSqrtPriceX96Raw("79228162514264337593543950336")
                .setTick(0));
        chain.position(id, PositionEventKind.MINT, event -> event.setOwner(ALICE)
                .setTickLower(-600)
                .setTickUpper(600)
                .setLiquidityRaw("1000000000000000000")
                .setAmount0Raw("29553010000000000")
                .setAmount1Raw("29553010000000000"));
    }
}
