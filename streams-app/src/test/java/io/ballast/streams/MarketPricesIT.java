/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.ballast.schema.MarketPrice;
import io.ballast.schema.MarketTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.LiveTopics;
import io.ballast.streams.testkit.SharedStack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What venues say of one pair lies in several partitions, and what an asset at par is worth is needed in all. */
class MarketPricesIT {

    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant START = Chain.timeOf(100);

    @RegisterExtension
    private static final SharedStack STACK = new SharedStack();

    @TempDir
    private Path folder;

    @Test
    void shouldBringTogetherWhatLiesInSeveralPartitions() throws Exception {
        try (LiveTopics topics = LiveTopics.create(STACK.get(), "markets.", PARTITIONS)) {
            Map<String, String> settings = topics.settings(folder);
            settings.put(MarketKeys.CROSSES, "ETH-BTC");
            try (RiskApplication application = RiskApplication.start(BallastConfig.of(settings))) {
                application.awaitRunning(PATIENCE);
                loseThePar(topics);
                topics.send(venues().records());

                await().atMost(PATIENCE)
                        .until(() -> latest(topics).get("ETH-USD") != null
                                && latest(topics).get("ETH-USD").getSourcesUsed() == 3);
                assertThat(latest(topics).get("ETH-USD").getPrice()).isCloseTo(3000.4, within(1e-9));
                await().atMost(PATIENCE)
                        .until(() -> latest(topics).containsKey("ETH-BTC")
                                && Math.abs(latest(topics).get("ETH-BTC").getPrice() - 0.05) < 1e-9);
            }
        }
    }

    /** Two ticks a minute apart, one after the other wherever they go. */
    private static void loseThePar(LiveTopics topics) {
        Chain chain = new Chain("a", 100);
        trade(chain, "coinbase:USDT-USD", 0.5, 0);
        trade(chain, "coinbase:USDT-USD", 0.5, 60);
        topics.send(chain.records());
        await().atMost(PATIENCE)
                .until(() -> latest(topics).get("USDT-USD") != null
                        && latest(topics).get("USDT-USD").getDepegged());
        assertThat(topics.read(Topic.MARKET_TICKS, MarketTick.class))
                .filteredOn(record -> record.key().equals("par:USDT"))
                .extracting(ConsumerRecord::partition)
                .containsOnly(0, 1, 2, 3)
                .hasSize(2 * PARTITIONS);
    }

    /** They come in any order: the median of two is more than 1 bps from that of all, or the last would not be told. */
    private static Chain venues() {
        Chain chain = new Chain("a", 101);
        trade(chain, "coinbase:ETH-USD", 2998.8, 61);
        trade(chain, "kraken:ETH-USD", 3001.2, 61);
        trade(chain, "binance:ETH-USDT", 6000.8, 61);
        trade(chain, "coinbase:BTC-USD", 60_008, 61);
        return chain;
    }

    private static void trade(Chain chain, String instrument, double price, int second) {
        chain.tick(
                instrument, PriceTickKind.TRADE, tick -> tick.setPrice(price).setEventTime(START.plusSeconds(second)));
    }

    private static Map<String, MarketPrice> latest(LiveTopics topics) {
        return topics.latest(Topic.MARKET_PRICES, MarketPrice.class);
    }
}
