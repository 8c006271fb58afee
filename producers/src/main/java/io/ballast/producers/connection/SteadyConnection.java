/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.connection;

import io.ballast.producers.waiting.BackOff;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that is kept up: link after link, each opened with the same words. A link that ends, is silent, is of no use, or
 * may not be had is followed by another after a growing random time; one that has had its time is followed at once.
 *
 * <p>Somebody has to call {@link #keep()} every so often, on which all that depends on time rests. Thread-safe.
 */
public final class SteadyConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SteadyConnection.class);

    /** Links end up to this part of their life earlier: those that began together do not end together. */
    private static final double LIFE_JITTER = 0.1;

    private enum State {
        WAITING,
        CONNECTING,
        OPEN,
        CLOSED
    }

    private final String name;
    private final URI address;
    private final Patience patience;
    private final Dialer dialer;
    private final Conversation conversation;
    private final RandomGenerator random;
    private final BackOff backOff;
    private final LongSupplier nanoTime;
    private final ConnectionCounts counts = new ConnectionCounts();

    private State state = State.WAITING;
    private Ear ear;
    private Link link;
    private int failures;
    /** WAITING: when to connect. CONNECTING: since when. */
    private long momentNanos;

    private long endNanos;
    private long pingedNanos;
    private long heardNanos;
    private long usefulNanos;

    /**
     * @param name  for the log
     * @param nanoTime  a clock such as {@link System#nanoTime()}
     */
    public SteadyConnection(
            String name,
            URI address,
            Patience patience,
            Dialer dialer,
            Conversation conversation,
            RandomGenerator random,
            LongSupplier nanoTime) {
        this.name = name;
        this.address = address;
        this.patience = patience;
        this.dialer = dialer;
        this.conversation = conversation;
        this.random = random;
        this.backOff = new BackOff(random);
        this.nanoTime = nanoTime;
        this.momentNanos = nanoTime.getAsLong();
    }

    /** Looks after it: connects, pings, gives up what is dead. Does not wait. */
    public synchronized void keep() {
        long now = nanoTime.getAsLong();
        switch (state) {
            case WAITING -> {
                if (now - momentNanos >= 0) {
                    connect(now);
                }
            }
            case CONNECTING -> {
                if (isOver(patience.connecting(), momentNanos, now)) {
                    lose("no connection within " + patience.connecting().toMillis() + " ms");
                }
            }
            case OPEN -> watch(now);
            case CLOSED -> {
                // For good.
            }
        }
    }

    private void connect(long now) {
        state = State.CONNECTING;
        momentNanos = now;
        ear = new Ear();
        link = dialer.dial(address, ear);
    }

    private void watch(long now) {
        if (isOver(patience.silence(), heardNanos, now)) {
            lose("no sign of life for " + patience.silence().toMillis() + " ms");
        } else if (isOver(patience.useless(), usefulNanos, now)) {
            lose("nothing of use for " + patience.useless().toMillis() + " ms");
        } else if (now - endNanos >= 0) {
            renew(now);
        } else if (isOver(patience.pingEvery(), pingedNanos, now)) {
            pingedNanos = now;
            conversation.ping().ifPresentOrElse(link::send, link::ping);
        }
    }

    private static boolean isOver(Duration time, long sinceNanos, long now) {
        return now - sinceNanos >= time.toNanos();
    }

    private void renew(long now) {
        log.info("{}: connected anew, as planned", name);
        counts.renewed();
        link.close();
        connect(now);
    }

    private void lose(String why) {
        link.abort();
        ear = null;
        failures++;
        Duration wait = backOff.after(failures);
        log.warn("{}: {}; connecting again in {} ms", name, why, wait.toMillis());
        counts.lost(why);
        state = State.WAITING;
        momentNanos = nanoTime.getAsLong() + wait.toNanos();
    }

    private void open() {
        long now = nanoTime.getAsLong();
        state = State.OPEN;
        endNanos = now + (long) (patience.life().toNanos() * (1 - LIFE_JITTER * random.nextDouble()));
        pingedNanos = now;
        heardNanos = now;
        usefulNanos = now;
        counts.opened();
        log.info("{}: connected", name);
        conversation.opening().forEach(link::send);
    }

    private void hear(String message) {
        heardNanos = nanoTime.getAsLong();
        counts.message();
        Conversation.Reaction reaction = conversation.hear(message);
        if (reaction.useful()) {
            usefulNanos = heardNanos;
            failures = 0;
        }
        reaction.answers().forEach(link::send);
        reaction.startOver().ifPresent(this::lose);
    }

    /** What it went through. */
    public ConnectionCounts counts() {
        return counts;
    }

    /** Ends it for good. */
    @Override
    public synchronized void close() {
        if (state == State.OPEN || state == State.CONNECTING) {
            link.close();
        }
        ear = null;
        state = State.CLOSED;
        counts.closed();
    }

    /** Listens to one link, as long as that is the one we have. */
    private final class Ear implements LinkListener {

        @Override
        public void opened() {
            ifListening(SteadyConnection.this::open);
        }

        @Override
        public void text(String message) {
            ifListening(() -> hear(message));
        }

        @Override
        public void sign() {
            ifListening(() -> heardNanos = nanoTime.getAsLong());
        }

        @Override
        public void ended(String why) {
            ifListening(() -> lose(why));
        }

        private void ifListening(Runnable work) {
            synchronized (SteadyConnection.this) {
                if (ear == this) {
                    work.run();
                }
            }
        }
    }
}
