/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.schema.MarketPrice;
import io.ballast.schema.PriceTickKind;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is published of a pair that five venues price, against sums made by hand for every tick. */
class MarketPricesPropertyTest {

    private static final Instant START = Chain.timeOf(100);
    private static final int VENUES = 5;
    private static final Map<String, String> EVERY_TICK =
            Map.of(MarketKeys.TOLERANCE_BPS, "0", MarketKeys.HEARTBEAT_MS, "1");

    /** One venue has two wrong prices in a hundred; one is dead from the middle on. */
    @Property(tries = 5)
    void shouldBeTheMedianOfWhatCanBeBelieved(@ForAll Random random) throws IOException {
        Chain chain = new Chain("a", 100);
        Map<Integer, double[]> said = new HashMap<>();
        List<Double> expected = new ArrayList<>();
        double truth = 2000;
        int ms = 0;
        for (int i = 0; i < 400; i++) {
            ms += 1 + random.nextInt(400);
            truth *= Math.exp(1e-4 * random.nextGaussian());
            int venue = random.nextInt(i < 200 ? VENUES : VENUES - 1);
            boolean wrong = venue == 0 && random.nextInt(20) == 0;
            double price = wrong ? truth * 1.1 : truth * Math.exp(1e-5 * random.nextGaussian());
            tick(chain, venue, price, ms);
            said.put(venue, new double[] {price, ms});
            expected.add(said.size() < 3 ? null : byHand(said, ms));
        }

        List<MarketPrice> published = published(chain);

        assertThat(published).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            if (expected.get(i) != null) {
                assertThat(published.get(i).getPrice()).isCloseTo(expected.get(i), within(1e-9));
            }
        }
    }

    private static void tick(Chain chain, int venue, double price, int ms) {
        chain.tick("venue" + venue + ":ETH-USD", PriceTickKind.TRADE, tick -> tick.setPrice(price)
                .setEventTime(START.plusMillis(ms)));
    }

    private static List<MarketPrice> published(Chain chain) throws IOException {
        Path folder = Files.createTempDirectory("market-prices");
        try (BookDriver books = BookDriver.open(folder, EVERY_TICK)) {
            books.feed(chain.records());
            return books.newMarketPrices();
        }
    }

    /** Of what was said in the last minute: the median of those within 60 basis points of the median. */
    private static double byHand(Map<Integer, double[]> said, int nowMs) {
        double[] fresh = said.values().stream()
                .filter(one -> nowMs - one[1] <= 60_000)
                .mapToDouble(one -> one[0])
                .toArray();
        double centre = median(fresh);
        return median(Arrays.stream(fresh)
                .filter(price -> Math.abs(Math.log(price / centre)) < 0.05)
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
