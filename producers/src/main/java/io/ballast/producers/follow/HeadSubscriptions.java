/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

import io.ballast.producers.connection.Dialer;
import io.ballast.producers.connection.Patience;
import io.ballast.producers.connection.SteadyConnection;
import io.ballast.producers.rpc.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes to the new heads of all nodes that are reached by websocket, and keeps that up by a thread of its own. Nothing rests on it:
 * without it a follower looks for new blocks as often as it is told to. Thread-safe.
 */
public final class HeadSubscriptions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HeadSubscriptions.class);

    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final Duration PING = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(12);
    private static final Duration NO_HEAD = Duration.ofSeconds(60);
    private static final Duration LIFE = Duration.ofHours(23);

    private record Subscription(Endpoint endpoint, NewHeads heads, SteadyConnection connection) {}

    private final List<Subscription> subscriptions;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heads");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param options  whose endpoints that are websockets are subscribed to
     * @param nanoTime  a clock such as {@link System#nanoTime()}
     * @param onHead  hears the number of each new head, on threads of the transport; must not wait
     */
    public HeadSubscriptions(
            FollowOptions options, Dialer dialer, SplittableRandom random, LongSupplier nanoTime, LongConsumer onHead) {
        this(options, new Patience(options.timeout(), PING, SILENCE, NO_HEAD, LIFE), dialer, random, nanoTime, onHead);
    }

    HeadSubscriptions(
            FollowOptions options,
            Patience patience,
            Dialer dialer,
            SplittableRandom random,
            LongSupplier nanoTime,
            LongConsumer onHead) {
        long chainId = options.catalogue().chainId();
        subscriptions = options.sockets().stream()
                .map(endpoint -> {
                    NewHeads heads = new NewHeads(endpoint, chainId, onHead);
                    SteadyConnection connection = new SteadyConnection(
                            endpoint.masked(), endpoint.uri(), patience, dialer, heads, random.split(), nanoTime);
                    return new Subscription(endpoint, heads, connection);
                })
                .toList();
    }

    /** From here on they are kept up. */
    public void start() {
        if (!subscriptions.isEmpty()) {
            looks.scheduleWithFixedDelay(this::keep, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks after all of them; does not wait. */
    void keep() {
        subscriptions.forEach(HeadSubscriptions::keep);
    }

    private static void keep(Subscription subscription) {
        if (subscription.heads().refusal().isEmpty()) {
            subscription.connection().keep();
        } else if (subscription.connection().counts().open()) {
            log.warn(
                    "{} gives no heads, blocks are only looked for: {}",
                    subscription.endpoint(),
                    subscription.heads().refusal().get());
            subscription.connection().close();
        }
    }

    /** How each of them stands. */
    public List<HeadState> states() {
        return subscriptions.stream()
                .map(subscription -> new HeadState(
                        subscription.endpoint().masked(),
                        subscription.connection().counts(),
                        subscription.heads().heads(),
                        subscription.heads().refusal()))
                .toList();
    }

    /** Ends them for good. */
    @Override
    public void close() {
        looks.shutdownNow();
        subscriptions.forEach(subscription -> subscription.connection().close());
    }
}
