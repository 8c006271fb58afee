/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import io.ballast.schemas.catalogue.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The commands for a cluster that is given, in the order in which an operator would use them. */
@TestMethodOrder(OrderAnnotation.class)
class ClusterCommandsIT {
    private static final Path SAMPLE = Path.of("src", "test", "resources", "lab-sample");

    @TempDir
    private static Path folder;

    private static LocalStack stack;
    private static SettingsFile settings;

    @BeforeAll
    static void startStack() throws IOException {
        stack = LocalStack.start(LocalStackOptions.defaults());
        settings = SettingsFile.write(
                folder.resolve("ballast.properties"),
                Map.of(
                        "kafka.bootstrap.servers", stack.bootstrapServers(),
                        "schema.registry.url", stack.registryUrl(),
                        "ballast.topic.prefix", "mine.",
                        "ballast.state.dir", folder.resolve("state").toString()));
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    @Test
    @Order(1)
    void doctorMissesTheTopics() {
        Captured doctor = ballast("doctor");

        assertThat(doctor.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(doctor.out().lines().filter(line -> line.startsWith("cluster")))
                .singleElement()
                .asString()
                .contains("MISSING")
                .contains("mine.price-ticks")
                .contains("topics create");
        assertThat(doctor.out()).containsPattern("registry +OK +0 subjects");
    }

    @Test
    @Order(2)
    void streamsDoNotStartWithoutTopics() {
        Captured streams = ballast("run", "streams");

        assertThat(streams.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(streams.err()).contains("mine.price-ticks").hasLineCount(1);
    }

    @Test
    @Order(3)
    void topicsAreCreatedOnce() {
        Captured first = ballast("topics", "create", "--partitions", "2");
        Captured second = ballast("topics", "create");

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains("created: mine.pools").contains("schemas registered");
        assertThat(second.out()).contains("created: none").contains("there already: mine.pools");
        assertThat(ballast("topics", "list").out()).containsPattern("mine.price-ticks .* 2 +0 ");
        assertThat(ballast("topics", "describe", "pools").out()).contains("cleanup.policy = compact");
        assertThat(ballast("topics", "diff", "--partitions", "2").exitCode()).isEqualTo(ExitCode.OK);
        Captured diff = ballast("topics", "diff", "--replication-factor", "3");
        assertThat(diff.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(diff.out())
                .containsPattern("mine.pools +partitions +6 +2")
                .containsPattern("mine.pools +replication factor +3 +1");
        assertThat(ballast("doctor").out())
                .containsPattern("cluster +OK")
                .containsPattern("registry +OK +" + Topic.values().length + " subjects");
    }

    @Test
    @Order(4)
    void aReplayThatIsDoneIsNotWrittenAgain() {
        String[] replay = {
            "run",
            "producer",
            "replay",
            SAMPLE.resolve("logs.jsonl").toString(),
            "--pools",
            SAMPLE.resolve("manifest.json").toString()
        };

        Captured first = ballast(replay);
        Captured second = ballast(replay);

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).contains(", 0 by an earlier run");
        assertThat(second.exitCode()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(second.out()).contains(" 0 records written");
    }

    @Test
    @Order(5)
    void aProducerRefusesAnotherInputUnderTheSameName() {
        Captured simulator = ballast("run", "producer", "simulator", "--producer-id", "replay", "--for", "1s");

        assertThat(simulator.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(simulator.err()).contains("replay").contains("--producer-id");
    }

    @Test
    @Order(6)
    void aSnapshotIsPublished_andStreamsEndInOrder() throws Exception {
        Path alive = folder.resolve("alive");
        Background streams = start("run", "streams", "--alive-file", alive.toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(alive));

        Background watch = start("watch", "position-risk", "--from-beginning", "-o", "json");
        Captured snapshot = ballast("snapshot", "--all", "--label", "end-of-day");
        assertThat(snapshot.exitCode()).as(snapshot.err()).isEqualTo(ExitCode.OK);
        await().atMost(Duration.ofSeconds(60)).until(() -> labelled(watch) >= 10);

        assertThat(watch.end().exitCode()).isEqualTo(ExitCode.OK);
        assertThat(streams.hasEnded()).isFalse();
        Captured ended = streams.end();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.OK);
        assertThat(alive).doesNotExist();
    }

    @Test
    @Order(7)
    void watchShowsOnlyTheKeyAndAsManyAsAskedFor() throws IOException {
        String pool = new ObjectMapper()
                .readTree(ballast("watch", "pools", "--from-beginning", "--max", "1", "-o", "json")
                        .out())
                .get("key")
                .asText();

        Captured watch =
                ballast("watch", "position-events", "--from-beginning", "--max", "3", "--key", pool, "-o", "json");

        assertThat(watch.exitCode()).as(watch.err()).isEqualTo(ExitCode.OK);
        assertThat(watch.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"key\":\"" + pool + "\""));
    }

    @Test
    @Order(8)
    void filesOfTwoMarketsAreWrittenInTheOrderOfTime() throws IOException {
        Path spot = Files.write(
                folder.resolve("ETHUSDT-trades-2024-01-01.csv"),
                List.of("1,2281.5,0.5,27.38,1704067200008,True,True", "2,2281.75,0.5,27.38,1704067200200,True,True"));
        Path tardis = Files.write(
                folder.resolve("tardis.csv"),
                List.of(
                        "exchange,symbol,timestamp,local_timestamp,id,side,price,amount",
                        "binance,ETHUSDT,1704067200100000,1704067200100000,1,buy,2282.25,1"));

        Captured sent =
                ballast("run", "producer", "replay", "--producer-id", "files", spot.toString(), tardis.toString());
        Captured watch = ballast(
                "watch", "price-ticks", "--from-beginning", "--max", "3", "--key", "binance:ETH-USDT", "-o", "json");

        assertThat(sent.exitCode()).as(sent.err()).isEqualTo(ExitCode.OK);
        assertThat(sent.out()).contains("3 records written").contains(" 0 dead letters");
        assertThat(watch.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("2281.5"),
                        line -> assertThat(line).contains("2282.25"),
                        line -> assertThat(line).contains("2281.75"));
    }

    @Test
    @Order(9)
    void aSnapshotOfAPoolThatIsNotThereFails() {
        Captured snapshot = ballast("snapshot", "--pool", "uniswap-v3:1:0xnone");

        assertThat(snapshot.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(snapshot.err()).contains("uniswap-v3:1:0xnone");
    }

    private static long labelled(Background watch) {
        return watch.out()
                .lines()
                .filter(line -> line.contains("\"end-of-day\"") && line.contains("\"SNAPSHOT\""))
                .count();
    }

    private static Captured ballast(String... arguments) {
        return Captured.run(settings.with(arguments));
    }

    private static Background start(String... arguments) {
        return Background.start(settings.with(arguments));
    }
}
