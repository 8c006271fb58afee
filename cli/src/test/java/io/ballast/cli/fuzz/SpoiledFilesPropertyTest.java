/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ballast.cli.Captured;
import io.ballast.cli.ExitCode;
import io.ballast.cli.UsageError;
import io.ballast.cli.load.HedgeFiles;
import io.ballast.desk.delivery.Receivers;
import io.ballast.desk.security.Tokens;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.files.PositionsFile;
import io.ballast.producers.files.TokensFile;
import io.ballast.streams.InputTopics;
import io.ballast.streams.config.AlertKeys;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.BallastKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.kafka.common.config.ConfigException;

/**
 * Every kind of file that we read, spoiled: what comes is a dead letter, or an error that is told in words. No other exception, no
 * stack that overflows, no memory that is gone, no end that does not come.
 */
@Tag("fault")
class SpoiledFilesPropertyTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Path BACKTEST = Path.of("..", "docs", "backtest");
    private static final Path LAB = Path.of("src", "test", "resources", "lab-sample");
    private static final Path RULES = Path.of("..", "streams-app", "src", "main", "resources", "alert-rules.yaml");
    private static final Path RECEIVERS = Path.of("..", "deploy", "alert-receivers.yaml");

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("spoiled");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** Files that are read as a whole, before anything begins. */
    enum Written {
        POOLS(BACKTEST.resolve("pools.json"), PoolsFile::read),
        MANIFEST(LAB.resolve("manifest.json"), PoolsFile::read),
        POOLS_CSV(
                "address,venue,token0,token1,fee,tick_spacing,symbol0,decimals0\n0x" + "aA".repeat(20)
                        + ",uniswap-v3,0x" + "01".repeat(20) + ",0x" + "02".repeat(20) + ",3000,60,WETH,18\n",
                PoolsFile::read),
        TOKENS("[{\"address\":\"0x" + "01".repeat(20) + "\",\"symbol\":\"WETH\",\"decimals\":18}]", TokensFile::read),
        POSITIONS(BACKTEST.resolve("positions.csv"), PositionsFile::read),
        INSTRUMENTS(
                BACKTEST.resolve("instruments.jsonl"),
                file -> HedgeFiles.read(Optional.of(file), Optional.empty(), Optional.empty())),
        POLICIES(
                BACKTEST.resolve("policies.jsonl"),
                file -> HedgeFiles.read(Optional.empty(), Optional.of(file), Optional.empty())),
        RULES(SpoiledFilesPropertyTest.RULES, file -> InputTopics.of(config(AlertKeys.RULES, file))),
        RECEIVERS(SpoiledFilesPropertyTest.RECEIVERS, file -> Receivers.read(file, Map.of())),
        TOKENS_OF_USERS(
                "[{\"name\":\"ann\",\"token_sha256\":\"" + "0a".repeat(32) + "\",\"portfolios\":[\"desk-a\"]}]",
                Tokens::read);

        private final byte[] good;
        private final Function<Path, ?> reader;

        Written(Path file, Function<Path, ?> reader) {
            this(bytes(file), reader);
        }

        Written(String text, Function<Path, ?> reader) {
            this(text.getBytes(StandardCharsets.UTF_8), reader);
        }

        Written(byte[] good, Function<Path, ?> reader) {
            this.good = good;
            this.reader = reader;
        }
    }

    @Property(tries = 800)
    void aSpoiledFileIsRefusedInWords(@ForAll Written kind, @ForAll Random random) {
        Path file = write(kind.name().toLowerCase(Locale.ROOT), new Mutation(random).of(kind.good));
        assertTimeoutPreemptively(LONGEST, () -> {
            try {
                kind.reader.apply(file);
            } catch (InputException | UsageError | ConfigException told) {
                assertThat(told).message().isNotBlank();
            }
        });
    }

    /** Files that are read line by line. */
    enum Recorded {
        LOGS(
                "evm-logs",
                lines(LAB.resolve("logs.jsonl"), 20),
                "--pools",
                LAB.resolve("manifest.json").toString()),
        OPTIONS(
                "option-chain",
                ",bid_price,ask_price,mark_price,underlying_price,estimated_delivery_price,creation_timestamp,"
                        + "base_currency,instrument_name,expire_date,strike_price,option_type\n"
                        + "0,0.03,0.031,0.0305,2269.04,2222.19,1704712781414,ETH,ETH-23FEB24-2800-C,23FEB24,2800,C\n"),
        TRADES(
                "market",
                "exchange,symbol,timestamp,local_timestamp,id,side,price,amount\n"
                        + "binance,ETHUSDT,1704067200100000,1704067200100000,1,buy,2282.25,1\n"),
        BARS(
                "pool-minutes",
                "timestamp,netAmount0,netAmount1,closeTick,openTick,lowestTick,highestTick,inAmount0,inAmount1,"
                        + "currentLiquidity\n2022-07-19 00:00:00,-7,8,100,120,-5,200,30,40,50\n",
                "--pools",
                BACKTEST.resolve("pools.json").toString());

        private final String format;
        private final byte[] good;
        private final List<String> more;

        Recorded(String format, String good, String... more) {
            this.format = format;
            this.good = good.getBytes(StandardCharsets.UTF_8);
            this.more = List.of(more);
        }
    }

    @Property(tries = 300)
    void aSpoiledRecordingIsDeadLettersOrAnErrorInWords(@ForAll Recorded kind, @ForAll Random random) {
        Path file = write("recorded", new Mutation(random).of(kind.good));
        List<String> arguments = new ArrayList<>(
                List.of("run", "producer", "replay", file.toString(), "--dry-run", "--format", kind.format));
        arguments.addAll(kind.more);

        Captured replayed = assertTimeoutPreemptively(LONGEST, () -> Captured.run(arguments.toArray(String[]::new)));

        assertThat(replayed.exitCode()).isIn(ExitCode.OK, ExitCode.FAILED, ExitCode.USAGE);
        assertThat(replayed.err()).doesNotContain("Exception", "Error");
    }

    private static BallastConfig config(String key, Path file) {
        return BallastConfig.of(Map.of(key, file.toString(), BallastKeys.STATE_DIR, "unused"));
    }

    private static Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(Path file, int most) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(most).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
