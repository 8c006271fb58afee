/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.connection.FakeDialer;
import io.ballast.producers.sink.MemorySink;
import io.ballast.schema.DeadLetter;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExchangeFeedTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final FakeDialer dialer = new FakeDialer();
    private final MemorySink sink = new MemorySink();
    private final List<FeedProgress> told = new ArrayList<>();
    private final List<Boolean> healthy = new ArrayList<>();
    private final Deque<Runnable> between = new ArrayDeque<>();
    private long nowNanos;

    private static String trade(long id, String price) {
        return trade(id, price, "2026-01-31T11:59:59.5Z");
    }

    private static String trade(long id, String price, String time) {
        return "{\"type\":\"match\",\"trade_id\":" + id + ",\"price\":\"" + price
                + "\",\"product_id\":\"ETH-USD\",\"time\":\"" + time + "\"}";
    }

    /** Between two writes each of these happens; with the last it is told to stop. */
    private void run(Runnable... happens) {
        between.addAll(List.of(happens));
        FeedOptions options = new FeedSettings(Map.of("exchange.coinbase.instruments", "ETH-USD")).options();
        new ExchangeFeed(
                        options,
                        sink,
                        dialer,
                        new SplittableRandom(1),
                        () -> NOW,
                        () -> nowNanos,
                        this::told,
                        this::pause)
                .run();
    }

    private void told(FeedProgress progress) {
        told.add(progress);
        healthy.add(progress.isHealthy());
    }

    private boolean pause(Duration duration) {
        nowNanos += duration.toNanos();
        between.pop().run();
        return !between.isEmpty();
    }

    private void open() {
        dialer.latest().other().opened();
    }

    private void says(String message) {
        dialer.latest().other().text(message);
    }

    private FeedCounts counts() {
        return told.get(told.size() - 1).venues().get(0).feed();
    }

    @Test
    void whatIsHeardIsWrittenOnceAndTheRestAtTheEnd() {
        run(this::open, () -> says(trade(1, "3285.1")), () -> {}, () -> says(trade(2, "3285.2")));

        assertThat(sink.values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getPrice)
                .containsExactly(3285.1, 3285.2);
        assertThat(sink.finished()).isTrue();
        assertThat(sink.records(Topic.PRICE_TICKS)).allSatisfy(sent -> {
            assertThat(sent.key()).isEqualTo("coinbase:ETH-USD");
            assertThat(sent.timestampMs()).isEqualTo(NOW.toEpochMilli() - 500);
        });
        PriceTick tick = sink.values(Topic.PRICE_TICKS, PriceTick.class).get(0);
        assertThat(tick.getKind()).isEqualTo(PriceTickKind.TRADE);
        assertThat(tick.getSimulated()).isFalse();
        assertThat(tick.getEventTime()).isEqualTo(NOW.minusMillis(500));
    }

    @Test
    void whoeverIsBehindGetsTheNewest() {
        run(
                this::open,
                () -> {
                    for (int id = 1; id <= 1_000; id++) {
                        says(trade(id, "3285." + id));
                    }
                },
                () -> {});

        assertThat(sink.values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getPrice)
                .containsExactly(3285.1000);
        assertThat(counts().observations()).isEqualTo(1_000);
        assertThat(counts().conflated()).isEqualTo(999);
        assertThat(counts().gaps()).isZero();
    }

    @Test
    void whatCannotBeReadIsADeadLetterWithItsBytes() {
        run(this::open, () -> says("{garbage"), () -> says(trade(1, "dear")), () -> says(trade(2, "3285.2")), () -> {});

        assertThat(sink.values(Topic.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getReason)
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("coinbase:1: no JSON"),
                        reason -> assertThat(reason).isEqualTo("coinbase:2: price is [dear], not a number"));
        assertThat(sink.values(Topic.DEAD_LETTERS, DeadLetter.class))
                .extracting(letter ->
                        StandardCharsets.UTF_8.decode(letter.getSourceValue()).toString())
                .containsExactly("{garbage", trade(1, "dear"));
        assertThat(sink.values(Topic.PRICE_TICKS, PriceTick.class)).hasSize(1);
    }

    @Test
    void aFloodOfGarbageIsCountedAndNotKept() {
        run(
                this::open,
                () -> {
                    for (int i = 0; i < 10_000; i++) {
                        says("{garbage");
                    }
                },
                () -> {});

        assertThat(sink.records(Topic.DEAD_LETTERS)).hasSize(100);
        assertThat(counts().deadLetters()).isEqualTo(10_000);
        assertThat(counts().lettersDropped()).isEqualTo(9_900);
    }

    @Test
    void aTimeFarAheadIsRefusedLestNothingNewerComes() {
        run(
                this::open,
                () -> says(trade(1, "3285.1", "2031-01-31T12:00:00Z")),
                () -> says(trade(2, "3285.2")),
                () -> {});

        assertThat(sink.values(Topic.DEAD_LETTERS, DeadLetter.class))
                .extracting(DeadLetter::getReason)
                .singleElement()
                .asString()
                .contains("2031-01-31T12:00:00Z", "10 minutes ahead");
        assertThat(sink.values(Topic.PRICE_TICKS, PriceTick.class))
                .extracting(PriceTick::getPrice)
                .containsExactly(3285.2);
    }

    @Test
    void typesThatWeDoNotKnowAreCountedUpToALimit() {
        run(
                this::open,
                () -> {
                    for (int i = 0; i < 1_000; i++) {
                        says("{\"type\":\"new-" + i + "\"}");
                    }
                },
                () -> {});

        assertThat(counts().unknownTypes()).hasSizeLessThanOrEqualTo(101).containsEntry("others", 900L);
    }

    @Test
    void clocksAreCompared() {
        run(
                this::open,
                () -> says(trade(1, "1", "2026-01-31T11:59:59.900Z")),
                () -> says(trade(2, "2", "2026-01-31T12:00:00.250Z")),
                () -> says(trade(3, "3", "2026-01-31T12:00:00.200Z")),
                () -> {});

        assertThat(counts().lag()).isEqualTo(Duration.ofMillis(-200));
        assertThat(counts().takeLeastLag()).isEqualTo(Duration.ofMillis(-250));
    }

    @Test
    void gapsAndRepeatsAreCounted() {
        run(this::open, () -> says(trade(1, "1")), () -> says(trade(1, "1")), () -> says(trade(5, "5")), () -> {});

        assertThat(counts().repeats()).isEqualTo(1);
        assertThat(counts().gaps()).isEqualTo(1);
        assertThat(counts().missed()).isEqualTo(3);
    }

    @Test
    void itIsHealthyWhileAnExchangeIsConnected() {
        run(() -> {}, this::open, () -> dialer.latest().other().ended("cut"), () -> {});

        assertThat(healthy).containsExactly(false, false, true, false);
    }
}
