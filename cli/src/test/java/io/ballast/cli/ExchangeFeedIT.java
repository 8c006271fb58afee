/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ballast.localstack.LocalStack;
import io.ballast.localstack.LocalStackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What two exchanges say becomes the price of a pair, through feeds, topics and topology. */
class ExchangeFeedIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private LocalStack stack;
    private SpeakingExchange coinbase;
    private SpeakingExchange kraken;
    private Path cluster;
    private Path feeds;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        stack = LocalStack.start(LocalStackOptions.defaults());
        coinbase = SpeakingExchange.coinbase();
        kraken = new SpeakingExchange(
                n -> "{\"channel\":\"ticker\",\"type\":\"update\",\"data\":[{\"symbol\":\"ETH/USD\","
                        + "\"bid\":3000.0,\"ask\":3001.0,\"timestamp\":\"" + Instant.now() + "\"}]}");
        List<String> settings = List.of(
                "kafka.bootstrap.servers=" + stack.bootstrapServers(),
                "schema.registry.url=" + stack.registryUrl(),
                "ballast.state.dir=" + folder.resolve("state"));
        cluster = Files.write(folder.resolve("cluster.properties"), settings);
        List<String> more = new ArrayList<>(settings);
        more.add("exchange.coinbase.instruments=ETH-USD");
        more.add("exchange.coinbase.url=ws://127.0.0.1:" + coinbase.getPort());
        more.add("exchange.kraken.instruments=ETH/USD");
        more.add("exchange.kraken.url=ws://127.0.0.1:" + kraken.getPort());
        feeds = Files.write(folder.resolve("feeds.properties"), more);
    }

    @AfterEach
    void stop() {
        coinbase.close();
        kraken.close();
        stack.close();
    }

    @Test
    void twoExchangesMakeAPrice_alsoAfterTheyHaveHungUp() throws Exception {
        assertThat(Captured.run("topics", "create", "--partitions", "2", "--config", cluster.toString())
                        .exitCode())
                .isEqualTo(ExitCode.OK);
        Path alive = folder.resolve("alive");
        Background streams = Background.start("run", "streams", "--config", cluster.toString());
        Background feed = Background.start(
                "run", "producer", "exchange", "--config", feeds.toString(), "--alive-file", alive.toString());
        Background prices = Background.start(
                "watch", "market-prices", "--from-beginning", "-o", "json", "--config", cluster.toString());

        await().atMost(PATIENCE).until(() -> isMade(prices, Instant.EPOCH));
        assertThat(alive).exists();
        coinbase.hangUp();
        kraken.hangUp();
        Instant hungUp = Instant.now();
        await().atMost(PATIENCE).until(() -> isMade(prices, hungUp));

        Captured ended = feed.end();
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.OK);
        assertThat(ended.err()).contains("coinbase connected").contains("records written");
        assertThat(alive).doesNotExist();
        Captured dry = dryRun();
        assertThat(dry.exitCode()).as(dry.err()).isEqualTo(ExitCode.OK);
        assertThat(streams.hasEnded()).isFalse();
        streams.end();
        prices.end();
    }

    private Captured dryRun() throws Exception {
        Background dry = Background.start("run", "producer", "exchange", "--config", feeds.toString(), "--dry-run");
        await().atMost(PATIENCE)
                .until(() -> dry.out().contains("\"key\":\"kraken:ETH/USD\"")
                        && dry.out().contains("\"key\":\"coinbase:ETH-USD\""));
        return dry.end();
    }

    /** The middle of a trade at 2999.5 and of a quote around 3000.5. */
    private static boolean isMade(Background prices, Instant after) {
        return prices.out()
                .lines()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .map(ExchangeFeedIT::json)
                .anyMatch(record -> record.path("timestamp").asLong() > after.toEpochMilli()
                        && record.at("/value/pair").asText().equals("ETH-USD")
                        && record.at("/value/sources_used").asInt() == 2
                        && record.at("/value/price").asDouble() == 3000);
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
