/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.ConcentratedMarket;
import io.ballast.streams.testkit.EveryChange;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SmallPool;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One price concerns every position of a big pool, and transactions are short as they come: the other pool need not wait for it. */
@Tag("fault")
class JumpFiresEveryBandIT {

    private static final int POSITIONS = 20_000;
    private static final int CHUNK = 100;
    private static final int OTHERS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void shouldPublishInChunksWhileOtherPoolsGoOn() throws Exception {
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
                LiveTopics topics = LiveTopics.create(stack, "jump.", 1);
                RiskApplication application = RiskApplication.start(config(topics))) {
            application.awaitRunning(PATIENCE);
            Chain chain = new Chain("a", 100);
            ConcentratedMarket big = bigPool(chain);
            SmallPool small = new SmallPool(chain).define().initialize().mint(SmallPool.ALICE, 1000);
            topics.send(chain.records());
            awaitCaughtUp(application);

            int before = chain.size();
            chain.nextBlock();
            big.sell(BigInteger.TEN.pow(23));
            for (int i = 0; i < OTHERS; i++) {
                small.mint(SmallPool.BOB, 1);
            }
            topics.send(chain.records().subList(before, chain.size()));
            awaitCaughtUp(application);

            List<ConsumerRecord<String, PositionRisk>> published = topics.read(Topic.POSITION_RISK, PositionRisk.class);
            long lastOfBig = offsets(published, ConcentratedMarket.POOL).max().orElseThrow();
            long firstOfBob =
                    offsets(published, SmallPool.position(SmallPool.BOB)).min().orElseThrow();
            assertThat(firstOfBob).isLessThan(lastOfBig);
            assertThat(application.failure()).isEmpty();
            assertThat(topics.latest(Topic.POSITION_RISK, PositionRisk.class))
                    .satisfies(risk ->
                            assertAllAtTheNewPrice(risk, big.pool().state().sqrtPriceX96()));
        }
    }

    private static ConcentratedMarket bigPool(Chain chain) {
        ConcentratedMarket market = new ConcentratedMarket(chain, new Random(1));
        market.create();
        for (int i = 0; i < POSITIONS; i++) {
            String owner = String.format("0x%040x", 1000 + i);
            market.mintDirect(new SlotKey(owner, -6000 + i % 50 * 60, 6000), BigInteger.TEN.pow(18));
        }
        return market;
    }

    private BallastConfig config(LiveTopics topics) {
        Map<String, String> settings = topics.settings(folder);
        EveryChange.notIn(settings);
        settings.put(PublicationKeys.PUBLISH_CHUNK, Integer.toString(CHUNK));
        return BallastConfig.of(settings);
    }

    /** Nothing is left to read, nor to publish. */
    private static void awaitCaughtUp(RiskApplication application) {
        await().atMost(PATIENCE)
                .until(() -> application.inputLag().offsets() == 0
                        && application.counters().unsettled() == 0
                        && application.counters().due() == 0);
    }

    private static LongStream offsets(List<ConsumerRecord<String, PositionRisk>> published, String ids) {
        return published.stream().filter(record -> record.key().startsWith(ids)).mapToLong(ConsumerRecord::offset);
    }

    private static void assertAllAtTheNewPrice(Map<String, PositionRisk> risk, BigInteger sqrtPriceX96) {
        assertThat(risk.values())
                .filteredOn(position -> position.getPoolId().equals(ConcentratedMarket.POOL))
                .hasSize(POSITIONS + 1)
                .allSatisfy(
                        position -> assertThat(position.getSqrtPriceX96Raw()).isEqualTo(sqrtPriceX96.toString()));
    }
}
