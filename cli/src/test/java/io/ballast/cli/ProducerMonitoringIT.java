/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a producer serves of itself, asked as Prometheus and container engines ask. */
class ProducerMonitoringIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern ADDRESS = Pattern.compile("metrics and health: (http://127\\.0\\.0\\.1:[0-9]+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private HttpResponse<String> ask(Background producer, String path) throws IOException, InterruptedException {
        Matcher address = ADDRESS.matcher(producer.err());
        await().atMost(PATIENCE).until(() -> address.reset(producer.err()).find());
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address.group(1) + path)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Background feed(String url) throws IOException {
        return start("exchange", "exchange.coinbase.instruments=ETH-USD", "exchange.coinbase.url=" + url);
    }

    private Background start(String producer, String... settings) throws IOException {
        Path file = Files.write(folder.resolve("producer.properties"), List.of(settings));
        return Background.start(
                "run",
                "producer",
                producer,
                "--dry-run",
                "--config",
                file.toString(),
                "--set",
                "ballast.monitoring.port=0");
    }

    @Test
    void aFeedThatHearsItsExchangeIsReadyAndCountsWhatItHears() throws Exception {
        try (SpeakingExchange coinbase = SpeakingExchange.coinbase()) {
            Background feed = feed("ws://127.0.0.1:" + coinbase.getPort());
            await().atMost(PATIENCE).until(() -> feed.out().contains("coinbase:ETH-USD"));

            assertThat(ask(feed, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(ask(feed, "/metrics").body())
                    .containsPattern("ballast_build_info\\{version=\"[0-9.]+\",revision=\"[-.0-9a-z]+\"} 1\n")
                    .contains("ballast_exchange_connected{venue=\"coinbase\"} 1\n")
                    .containsPattern("ballast_producer_last_step_timestamp_seconds [0-9.E]+\n");
            assertThat(feed.end().exitCode()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aFeedWithoutItsExchangeSaysWhyItIsNotReady() throws Exception {
        Background feed = feed("ws://127.0.0.1:1");
        await().atMost(PATIENCE)
                .until(() -> ask(feed, "/health/ready").body().contains("coinbase is not connected; last: "));

        assertThat(ask(feed, "/health/ready").statusCode()).isEqualTo(503);
        assertThat(ask(feed, "/health/live").statusCode()).isEqualTo(200);
        feed.end();
    }

    @Test
    void aFollowerWithoutItsNodeSaysWhyItIsNotReady_andEndsWhenItIsTold() throws Exception {
        Background follower = start(
                "chain",
                "chain.rpc.urls=http://127.0.0.1:1",
                "chain.id=1",
                "chain.start.block=0",
                "chain.everything=true");
        await().atMost(PATIENCE)
                .until(() -> ask(follower, "/health/ready").body().contains("; last: "));

        assertThat(ask(follower, "/health/ready").statusCode()).isEqualTo(503);
        assertThat(ask(follower, "/metrics").body())
                .contains("ballast_chain_rpc_failures_total{endpoint=\"http://127.0.0.1:1\"");
        assertThat(follower.end().exitCode()).isEqualTo(ExitCode.OK);
    }
}
