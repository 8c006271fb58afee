/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import static io.ballast.producers.exchange.market.LatestValues.Outcome.ADDED;
import static io.ballast.producers.exchange.market.LatestValues.Outcome.CONFLATED;
import static io.ballast.producers.exchange.market.LatestValues.Outcome.NO_ROOM;
import static io.ballast.producers.exchange.market.LatestValues.Outcome.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LatestValuesTest {

    private static final String ETH = "venue:ETH-USD";
    private static final String BTC = "venue:BTC-USD";

    private final LatestValues latest = new LatestValues(3);

    private static Observed trade(String instrument, String price, long second) {
        return new Observed.Trade(instrument, new BigDecimal(price), Instant.ofEpochSecond(second));
    }

    private static Observed quote(String instrument, String bid, String ask, long second) {
        return new Observed.Quote(instrument, new BigDecimal(bid), new BigDecimal(ask), Instant.ofEpochSecond(second));
    }

    @Test
    void whoIsSlowGetsTheNewestOfEach() {
        assertThat(latest.offer(trade(ETH, "1", 1))).isEqualTo(ADDED);
        assertThat(latest.offer(quote(ETH, "1", "2", 1))).isEqualTo(ADDED);
        assertThat(latest.offer(trade(ETH, "3", 2))).isEqualTo(CONFLATED);

        assertThat(latest.take(10)).containsExactly(trade(ETH, "3", 2), quote(ETH, "1", "2", 1));
        assertThat(latest.take(10)).isEmpty();
    }

    @Test
    void ofOneTimeTheLastCounts() {
        latest.offer(trade(ETH, "1", 1));
        latest.offer(trade(ETH, "2", 1));

        assertThat(latest.take(10)).containsExactly(trade(ETH, "2", 1));
    }

    @Test
    void whatIsNotNewIsDroppedAlsoWhenItWasTaken() {
        latest.offer(trade(ETH, "2", 2));
        latest.take(10);

        assertThat(latest.offer(trade(ETH, "2", 2))).isEqualTo(OLD);
        assertThat(latest.offer(trade(ETH, "1", 1))).isEqualTo(OLD);
        assertThat(latest.take(10)).isEmpty();
    }

    @Test
    void nobodyWaitsLongerThanARoundOfAll() {
        latest.offer(trade(ETH, "1", 1));
        latest.offer(trade(BTC, "1", 1));
        assertThat(latest.take(1)).containsExactly(trade(ETH, "1", 1));

        latest.offer(trade(ETH, "2", 2));
        assertThat(latest.take(1)).containsExactly(trade(BTC, "1", 1));
    }

    @Test
    void subjectsAreCounted() {
        latest.offer(trade(ETH, "1", 1));
        latest.offer(trade(BTC, "1", 1));
        latest.offer(quote(ETH, "1", "2", 1));

        assertThat(latest.offer(quote(BTC, "1", "2", 1))).isEqualTo(NO_ROOM);
        assertThat(latest.offer(trade(BTC, "2", 2))).as("one of those known").isEqualTo(CONFLATED);
    }
}
