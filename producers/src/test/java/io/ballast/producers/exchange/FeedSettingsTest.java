/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.exchange.venue.Venue;
import io.ballast.producers.files.InputException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedSettingsTest {

    private static Map<String, String> least() {
        return new HashMap<>(Map.of("exchange.coinbase.instruments", "ETH-USD, BTC-USD"));
    }

    @Test
    void littleHasToBeSaid() {
        FeedSettings settings = new FeedSettings(least());
        FeedOptions options = settings.options();

        assertThat(settings.producerId()).isEqualTo("exchange");
        assertThat(options.interval()).isEqualTo(Duration.ofMillis(100));
        assertThat(options.patience().life()).isEqualTo(Duration.ofHours(23));
        assertThat(options.feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.venue()).isEqualTo(Venue.COINBASE);
            assertThat(feed.address()).isEqualTo(Venue.COINBASE.address());
            assertThat(feed.plan().instruments()).isEqualTo(List.of("ETH-USD", "BTC-USD"));
        });
    }

    @Test
    void anExchangeMayBeElsewhere() {
        Map<String, String> settings = least();
        settings.put("exchange.coinbase.url", "ws://127.0.0.1:9000/feed");

        assertThat(new FeedSettings(settings).options().feeds())
                .extracting(FeedOptions.Feed::address)
                .containsExactly(URI.create("ws://127.0.0.1:9000/feed"));
    }

    @Test
    void deribitMayBeHeardForOptionsAlone() {
        FeedOptions options = new FeedSettings(Map.of("exchange.deribit.options", "ETH")).options();

        assertThat(options.feeds()).singleElement().satisfies(feed -> {
            assertThat(feed.plan().optionsOf()).containsExactly("ETH");
            assertThat(feed.plan().contracts()).isFalse();
        });
    }

    @Test
    void namesAreThoseOfTheExchanges() {
        Map<String, String> settings = Map.of(
                "exchange.binance-spot.instruments", "ETH-USDT",
                "exchange.binance-usdm.instruments", "ETHUSDT,1000PEPEUSDT",
                "exchange.kraken.instruments", "ETH/USD",
                "exchange.deribit.instruments", "ETH-PERPETUAL,SOL_USDC-PERPETUAL,ETH-27MAR26,SOL_USDC-27MAR26-125d5-P",
                "exchange.bybit-spot.instruments", "ETH-USDT",
                "exchange.bybit-linear.instruments", "ETHUSDT,ETHPERP",
                "exchange.bybit-option.instruments", "ETH-27MAR26-3000-C,ETH-27MAR26-3000-C-USDT",
                "exchange.hyperliquid.instruments", "ETH,kPEPE,@107");

        assertThat(new FeedSettings(settings).options().feeds())
                .as("one each, and the books of binance-usdm")
                .hasSize(9);
    }

    @Test
    void settingsOfOthersAreLeftAlone() {
        Map<String, String> settings = least();
        settings.put("kafka.bootstrap.servers", "localhost:9092");

        assertThat(new FeedSettings(settings).options().feeds()).hasSize(1);
    }

    @Test
    void withoutAnythingToHearItDoesNotStart() {
        FeedSettings settings = new FeedSettings(Map.of());

        assertThatThrownBy(settings::options)
                .isInstanceOf(InputException.class)
                .hasMessageContaining("exchange.<venue>.instruments");
    }

    @ParameterizedTest
    @CsvSource({
        "exchange.binance-spot.instruments,ETHUSDT",
        "exchange.binance-usdm.instruments,ETH-USDT",
        "exchange.kraken.instruments,ETH-USD",
        "exchange.bybit-option.instruments,ETHUSDT",
        "exchange.coinbase.url,http://host",
        "exchange.coinbase.url,ws:nowhere",
        "exchange.interval.ms,0",
        "exchange.silence.ms,5000",
        "exchange.connection.life.minutes,1440",
        "exchange.deribit.contracts,perhaps",
        "exchange.deribit.options.of,ETH",
        "exchange.nasdaq.instruments,X"
    })
    void whatMakesNoSenseIsNamed(String key, String value) {
        Map<String, String> settings = least();
        settings.put(key, value);

        assertThatThrownBy(() -> new FeedSettings(settings).options())
                .isInstanceOf(InputException.class)
                .hasMessageContaining(key);
    }
}
