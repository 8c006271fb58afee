/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.risk.book.Timeline;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.Numbering;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay writes days in one transaction. The consumer hands over what it fetched of one topic before it looks at the next,
 * so ticks are read far ahead of position events, further than any history reaches. The producer's numbers put that right.
 */
@Tag("fault")
class TopicsReadApartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int BURSTS = 3;
    private static final int BLOCKS = 600;
    private static final int TICKS_A_BLOCK = 8;

    @TempDir
    private Path folder;

    @Test
    void shouldStillPutEveryRecordInItsPlace() throws Exception {
        try (LocalStack stack = LocalStack.start(LocalStackOptions.defaults());
                LiveTopics topics = LiveTopics.create(stack, "apart.", 1);
                RiskApplication application = RiskApplication.start(config(topics))) {
            application.awaitRunning(PATIENCE);
            Numbering producer = new Numbering();
            Chain chain = new Chain("a", 100);
            SmallPool pool = new SmallPool(chain).define().initialize().mint(ALICE, 1000);
            topics.send(producer.number(chain.records()));
            awaitCaughtUp(application);
            for (int burst = 0; burst < BURSTS; burst++) {
                List<TestRecord> records = burst(chain, pool, 1000 + burst * BLOCKS / 20L);
                topics.sendInOneTransaction(producer.number(records));
                awaitCaughtUp(application);
            }

            assertThat(application.counters().gaps()).isZero();
            assertThat(application.counters().outcomes(Timeline.Outcome.APPLIED_LATE))
                    .isZero();
            assertThat(application.counters().outcomes(Timeline.Outcome.TOO_LATE))
                    .isZero();
            assertThat(application.counters().deadLetters()).isZero();
            assertThat(topics.latest(Topic.POSITION_RISK, PositionRisk.class).get(SmallPool.position(BOB)))
                    .satisfies(
                            bob -> assertThat(bob.getLiquidityRaw()).isEqualTo(Integer.toString(BURSTS * BLOCKS / 20)))
                    .satisfies(bob -> assertThat(bob.getFlags()).isEmpty());
        }
    }

    /** With few records handed over at once a topic is read to the end of what was fetched before the next has its turn. */
    private BallastConfig config(LiveTopics topics) {
        Map<String, String> settings = topics.settings(folder);
        settings.put("kafka.consumer.max.poll.records", "100");
        return BallastConfig.of(settings);
    }

    /** Ticks, and now and then a mint that the ticks after it know of: far between in blocks. */
    private static List<TestRecord> burst(Chain chain, SmallPool pool, long liquidityBefore) {
        int before = chain.size();
        long liquidity = liquidityBefore;
        for (int block = 0; block < BLOCKS; block++) {
            chain.skipTo(chain.block() + 10);
            if (block % 20 == 0) {
                pool.mint(BOB, 1);
                liquidity++;
            }
            for (int tick = 0; tick < TICKS_A_BLOCK; tick++) {
                pool.tick(liquidity);
            }
        }
        return chain.records().subList(before, chain.size());
    }

    private static void awaitCaughtUp(RiskApplication application) {
        await().atMost(PATIENCE)
                .until(() -> application.inputLag().offsets() == 0
                        && application.counters().unsettled() == 0);
    }
}
