/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ballast.localstack.network.FaultyProxy;
import io.ballast.producers.connection.ConnectionCounts;
import io.ballast.producers.connection.SocketDialer;
import io.ballast.producers.connection.SpeakingServer;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schema.PriceTick;
import io.ballast.schema.QuotedOption;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;

/** A feed that hears an exchange on this machine, through a proxy, from a thread of its own. */
final class HeardVenue implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final VenueScript script;
    private final SpeakingServer server;
    private final FaultyProxy proxy;
    private final HeldSink sink = new HeldSink();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile FeedProgress progress;
    private volatile Throwable failure;

    HeardVenue(VenueScript script, Map<String, String> more) {
        this.script = script;
        this.server = new SpeakingServer(script::answers);
        this.proxy = new FaultyProxy(server.getPort());
        Map<String, String> settings = new HashMap<>(script.settings(proxy.port()));
        settings.put(FeedSettings.INTERVAL_MS, "5");
        settings.putAll(more);
        FeedOptions options = new FeedSettings(settings).options();
        ExchangeFeed feed = new ExchangeFeed(
                options,
                sink,
                new SocketDialer(HTTP, options.patience().connecting(), options.maxMessageChars()),
                new SplittableRandom(1),
                InstantSource.system(),
                System::nanoTime,
                told -> progress = told,
                this::pause);
        thread = new Thread(feed::run, "feed");
        thread.setUncaughtExceptionHandler((in, thrown) -> failure = thrown);
        thread.start();
    }

    private boolean pause(Duration duration) {
        try {
            return !stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    SpeakingServer server() {
        return server;
    }

    FaultyProxy proxy() {
        return proxy;
    }

    HeldSink sink() {
        return sink;
    }

    /** What the exchange says to those who listen to something of it. */
    void say(String message) {
        server.sayToSubscribers(message);
    }

    /** Says the n-th price again and again until it was written, as an exchange goes on to speak. */
    void untilHeard(long n) {
        patiently().until(() -> {
            say(script.says(n));
            return newest().filter(value -> value == VenueScript.value(n)).isPresent();
        });
    }

    void awaitNewest(long n) {
        patiently().until(() -> newest().filter(value -> value == VenueScript.value(n))
                .isPresent());
    }

    /** An exchange speaks often, and so do we. */
    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(LOOK_EVERY);
    }

    private Optional<Double> newest() {
        List<Double> values = values();
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** All prices written, in order. */
    List<Double> values() {
        return sink.records().stream().flatMap(sent -> value(sent).stream()).toList();
    }

    private static Optional<Double> value(OutgoingRecord sent) {
        if (sent.value() instanceof PriceTick tick) {
            return Optional.ofNullable(tick.getPrice()).or(() -> Optional.ofNullable(tick.getBid()));
        }
        return sent.value() instanceof QuotedOption option
                ? Optional.ofNullable(option.getMarkPrice())
                : Optional.empty();
    }

    private FeedProgress.OfVenue ofVenue() {
        return progress.venues().stream()
                .filter(venue -> venue.name().equals(script.venue().label()))
                .findFirst()
                .orElseThrow();
    }

    ConnectionCounts counts() {
        patiently().until(() -> progress != null);
        return ofVenue().connection();
    }

    FeedCounts feed() {
        patiently().until(() -> progress != null);
        return ofVenue().feed();
    }

    @Override
    public void close() {
        stopped.countDown();
        patiently().until(() -> !thread.isAlive());
        proxy.close();
        server.close();
        assertThat(failure).isNull();
    }
}
