/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static io.ballast.streams.testkit.HedgeRecords.ETH_USD;
import static io.ballast.streams.testkit.HedgeRecords.PERPETUAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.AdviceAction;
import io.ballast.schema.AssetExposure;
import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.InstrumentKind;
import io.ballast.schema.OptionRight;
import io.ballast.schema.PortfolioCurve;
import io.ballast.schema.PortfolioFlag;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.PortfolioRisk;
import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.StripRecommendation;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.EthPool;
import io.ballast.streams.testkit.HedgeRecords;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SampleQuotes;
import io.ballast.streams.testkit.SharedStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pools in some partitions, hedges in others, and the desk that both belong to in one. */
class PortfolioIT {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WIDE = "desk-a/eth/wide";
    private static final String NARROW = "desk-a/eth/narrow";

    private static final String CALL = "deribit:ETH-28MAR25-2000-C";
    private static final Instant EXPIRY = Instant.parse("2025-03-28T08:00:00Z");

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    @Test
    void shouldSumADesksPoolsAndHedges_andAdviseWhatIsMissing() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "portfolio.", PARTITIONS)) {
            Map<String, String> settings = settings(topics);
            try (RiskApplication application = RiskApplication.start(BallastConfig.of(settings))) {
                application.awaitRunning(PATIENCE);
                topics.send(HedgeRecords.fill(WIDE, "f1", PERPETUAL, "-5", "2000", 0));
                topics.send(HedgeRecords.fill(WIDE, "f1", PERPETUAL, "-5", "2000", 0));
                topics.send(List.of(
                        HedgeRecords.policy("desk-a", 1),
                        HedgeRecords.tick(ETH_USD, 2000, 2),
                        HedgeRecords.tick(PERPETUAL, 2000, 2)));
                topics.send(HedgeRecords.linear(3));
                topics.send(pools());
                await().atMost(PATIENCE).untilAsserted(() -> assertDesk(topics, application));
            }
            assertLiesTogether(topics);
        }
    }

    @Test
    void shouldBringCurvesQuotesAndHedgesTogether() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "joined.", PARTITIONS)) {
            Map<String, String> settings = settings(topics);
            try (RiskApplication application = RiskApplication.start(BallastConfig.of(settings))) {
                application.awaitRunning(PATIENCE);
                topics.send(List.of(
                        HedgeRecords.policy("desk-a", 1),
                        HedgeRecords.tick(ETH_USD, 2000, 2),
                        HedgeRecords.fill(WIDE, "f1", CALL, "10", "0.05", 3),
                        call()));
                topics.send(pools());
                topics.send(
                        new SampleQuotes(0.7).chain(EXPIRY, 2020, HedgeRecords.at(10), 1600, 1800, 2000, 2200, 2400));

                await().atMost(PATIENCE).untilAsserted(() -> assertJoined(topics));
                assertThat(application.counters().deadLetters()).isZero();
            }
        }
    }

    private static void assertJoined(LiveTopics topics) {
        PortfolioRisk desk =
                topics.latest(Topic.PORTFOLIO_RISK, PortfolioRisk.class).get("desk-a");
        assertThat(desk).isNotNull();
        assertThat(desk.getFlags()).doesNotContain(PortfolioFlag.OPTION_DELTA_MISSING);
        assertThat(desk.getPositions()).isEqualTo(3);
        assertThat(desk.getAssets().get(0).getHedges()).isBetween(0.0, 10.0);
        PortfolioScenarios scenarios = topics.latest(Topic.PORTFOLIO_SCENARIOS, PortfolioScenarios.class)
                .get("desk-a");
        assertThat(scenarios).isNotNull();
        assertThat(scenarios.getGrid()).isNotEmpty();
        assertThat(scenarios.getLeftOut()).isEmpty();
        assertThat(scenarios.getRisk()).isNotEmpty();
        assertThat(topics.latest(Topic.STRIP_RECOMMENDATIONS, StripRecommendation.class))
                .containsKeys(WIDE + "|ETH|2025-03-28T08:00:00Z", NARROW + "|ETH|2025-03-28T08:00:00Z");
    }

    private static io.ballast.streams.testkit.TestRecord call() {
        return HedgeRecords.instrument(CALL, InstrumentKind.COIN_SETTLED_OPTION, 0, option -> option.setQuote("USD")
                .setSettlement("ETH")
                .setMultiplier("1")
                .setLot("1")
                .setStrike("2000")
                .setExpiry(EXPIRY)
                .setOptionRight(OptionRight.CALL));
    }

    /** The state of the pools' books says where positions were counted before the owners file said otherwise. */
    @Test
    void shouldMoveWhatTheOwnersFileMoves_atTheNextStart() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "moved.", PARTITIONS)) {
            Map<String, String> settings = settings(topics);
            topics.send(pools());
            try (RiskApplication application = RiskApplication.start(BallastConfig.of(settings))) {
                application.awaitRunning(PATIENCE);
                await().atMost(PATIENCE).until(() -> positions(topics, "desk-a") == 3);
            }
            settings.put(PublicationKeys.OWNERS_FILE, owners("desk-b").toString());
            try (RiskApplication application = RiskApplication.start(BallastConfig.of(settings))) {
                application.awaitRunning(PATIENCE);
                await().atMost(PATIENCE).until(() -> positions(topics, "desk-b") == 2);
                await().atMost(PATIENCE).until(() -> positions(topics, "desk-a") == 1);
            }
            assertThat(topics.latest(Topic.PORTFOLIO_RISK, PortfolioRisk.class))
                    .containsOnlyKeys("desk-a", "desk-a/eth", NARROW, "desk-b");
            assertThat(topics.latest(Topic.PORTFOLIO_CURVES, PortfolioCurve.class)
                            .keySet())
                    .hasSize(3)
                    .noneMatch(key -> key.startsWith(WIDE));
        }
    }

    private static long positions(LiveTopics topics, String portfolio) {
        PortfolioRisk risk =
                topics.latest(Topic.PORTFOLIO_RISK, PortfolioRisk.class).get(portfolio);
        return risk == null ? 0 : risk.getPositions();
    }

    private static void assertDesk(LiveTopics topics, RiskApplication application) {
        Map<String, PortfolioPart> parts = topics.latest(Topic.PORTFOLIO_PARTS, PortfolioPart.class);
        PortfolioRisk desk =
                topics.latest(Topic.PORTFOLIO_RISK, PortfolioRisk.class).get("desk-a");
        assertThat(parts).hasSize(3);
        assertThat(desk).isNotNull();
        assertThat(desk.getPositions()).isEqualTo(3);
        AssetExposure eth = desk.getAssets().get(0);
        double inPools = parts.values().stream()
                .map(part -> new BigDecimal(part.getTotals().getDelta0()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        assertThat(eth.getAsset()).isEqualTo("ETH");
        assertThat(eth.getPools()).isEqualTo(inPools);
        assertThat(eth.getHedges()).isEqualTo(-5);
        HedgeRecommendation advice = topics.latest(Topic.HEDGE_RECOMMENDATIONS, HedgeRecommendation.class)
                .get("desk-a|ETH");
        assertThat(advice.getPerpetual().getAction()).isEqualTo(AdviceAction.TRADE);
        assertThat(advice.getPerpetual().getTarget()).isEqualTo(-inPools);
        assertThat(application.counters().deadLetters()).isZero();
        assertThat(application.counters().pending()).isZero();
    }

    /** Whatever the hash of a portfolio's whole path says. */
    private static void assertLiesTogether(LiveTopics topics) {
        Set<Integer> partitions = new HashSet<>();
        topics.read(Topic.PORTFOLIO_PARTS, PortfolioPart.class).stream()
                .map(ConsumerRecord::partition)
                .forEach(partitions::add);
        assertThat(partitions).hasSize(1);
    }

    private static List<io.ballast.streams.testkit.TestRecord> pools() {
        Chain chain = new Chain("a", 100);
        new EthPool(chain, 1)
                .define()
                .initialize()
                .mint(EthPool.ALICE, "40000000000000000")
                .mint(EthPool.BOB, "10000000000000000");
        new EthPool(chain, 2).define().initialize().mint(EthPool.ALICE, "7000000000000000");
        return chain.records();
    }

    private Path owners(String ofAlice) throws IOException {
        return Files.writeString(
                folder.resolve("owners.csv"),
                "owner,portfolio\n" + EthPool.ALICE + "," + ofAlice + "\n" + EthPool.BOB + "," + NARROW + "\n");
    }

    private Map<String, String> settings(LiveTopics topics) throws IOException {
        Map<String, String> settings = topics.settings(folder.resolve("state"));
        settings.put(PublicationKeys.OWNERS_FILE, owners(WIDE).toString());
        return settings;
    }
}
