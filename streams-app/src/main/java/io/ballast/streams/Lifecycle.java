/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows an instance from start to end. Any uncaught error ends it: the state is on the broker, and whoever starts it anew
 * starts from what was committed; a thread replaced for ever over the same record would help nobody.
 */
final class Lifecycle implements KafkaStreams.StateListener, StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Override
    public StreamThreadExceptionResponse handle(Throwable error) {
        LOG.error("An error ends this instance", error);
        failure.compareAndSet(null, error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    @Override
    public void onChange(State now, State before) {
        LOG.info("State is {}, was {}", now, before);
        if (now == State.RUNNING) {
            running.complete(null);
        } else if (now == State.ERROR || now == State.NOT_RUNNING) {
            if (now == State.ERROR) {
                failure.compareAndSet(null, new IllegalStateException("Kafka Streams ended with an error"));
            }
            running.completeExceptionally(new IllegalStateException("ended before it ran", failure.get()));
            ended.countDown();
        }
    }

    /** Ends it for a reason that Kafka Streams does not know of. */
    void fail(Throwable error) {
        handle(error);
        running.completeExceptionally(new IllegalStateException("ended before it ran", error));
        ended.countDown();
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    void awaitRunning(Duration atMost) throws InterruptedException, TimeoutException {
        try {
            running.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    e.getCause().getMessage(), e.getCause().getCause());
        }
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }
}
