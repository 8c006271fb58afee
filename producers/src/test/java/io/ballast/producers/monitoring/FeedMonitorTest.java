/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.monitoring.PrometheusText;
import io.ballast.producers.connection.Conversation;
import io.ballast.producers.connection.FakeDialer;
import io.ballast.producers.connection.Patience;
import io.ballast.producers.connection.SteadyConnection;
import io.ballast.producers.exchange.FeedCounts;
import io.ballast.producers.exchange.FeedProgress;
import io.ballast.producers.sink.CommitCounts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeedMonitorTest {

    private static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofHours(1));

    private final FakeDialer dialer = new FakeDialer();
    private final SteadyConnection kraken = connection();
    private final SteadyConnection coinbase = connection();
    private Instant now = Instant.EPOCH;
    private final FeedMonitor monitor = new FeedMonitor(new CommitCounts(), () -> now);

    private SteadyConnection connection() {
        Conversation silence = new Conversation() {
            @Override
            public List<String> opening() {
                return List.of();
            }

            @Override
            public Reaction hear(String message) {
                return new Reaction(true, List.of(), Optional.empty());
            }

            @Override
            public Optional<String> ping() {
                return Optional.empty();
            }
        };
        return new SteadyConnection(
                "venue", URI.create("ws://venue"), PATIENCE, dialer, silence, new SplittableRandom(1), () -> 0L);
    }

    private void progress() {
        FeedCounts counts = new FeedCounts();
        monitor.accept(new FeedProgress(
                0,
                List.of(
                        new FeedProgress.OfVenue("coinbase", coinbase.counts(), counts),
                        new FeedProgress.OfVenue("kraken", kraken.counts(), counts))));
    }

    @Test
    void withoutAnyExchangeItIsNotReadyAndSaysWhatHappenedToEach() {
        coinbase.keep();
        dialer.latest().other().ended("closed by the other side: 1001");
        progress();

        assertThat(monitor.health().reasons())
                .containsExactly(
                        "coinbase is not connected; last: closed by the other side: 1001", "kraken is not connected");
    }

    @Test
    void withOneExchangeOfTwoItIsReadyAndWarns() {
        kraken.keep();
        dialer.latest().other().opened();
        dialer.latest().other().text("price");
        progress();

        assertThat(monitor.health().isReady()).isTrue();
        assertThat(monitor.health().warnings()).containsExactly("coinbase is not connected");
        assertThat(PrometheusText.of(monitor.readings()))
                .contains("ballast_exchange_connected{venue=\"coinbase\"} 0\n")
                .contains("ballast_exchange_connected{venue=\"kraken\"} 1\n")
                .contains("ballast_exchange_messages_total{venue=\"kraken\"} 1\n");
    }

    @Test
    void aWriteThatDoesNotComeBackIsNoticed() {
        kraken.keep();
        dialer.latest().other().opened();
        progress();
        now = now.plusSeconds(61);

        assertThat(monitor.health().reasons()).containsExactly("it stands still: no step for 61 s");
    }
}
