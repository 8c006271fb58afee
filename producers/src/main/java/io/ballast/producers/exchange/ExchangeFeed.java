/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.connection.Dialer;
import io.ballast.producers.connection.SteadyConnection;
import io.ballast.producers.exchange.market.LatestValues;
import io.ballast.producers.exchange.market.ObservationRecords;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.waiting.Pause;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Hears exchanges and writes what they say: every so often the newest of each instrument, as one block. While the sink waits for
 * Kafka, newer values take the place of older ones; nothing piles up. Single-threaded, but for what connections hear meanwhile.
 */
public final class ExchangeFeed {

    /** Kinds of observations times instruments. */
    private static final int MOST_SUBJECTS = 50_000;

    private record Hearing(String name, SteadyConnection connection, FeedCounts counts) {}

    private final FeedOptions options;
    private final RecordSink sink;
    private final Consumer<FeedProgress> listener;
    private final Pause pause;
    private final LatestValues latest = new LatestValues(MOST_SUBJECTS);
    private final UnreadableMessages unread = new UnreadableMessages();
    private final List<Hearing> venues = new ArrayList<>();
    private long blocks;
    private long records;

    /**
     * @param sink  where the records go; closed by the caller
     * @param clock  for exchanges that tell no time, and to see how late they are
     * @param nanoTime  a clock such as {@link System#nanoTime()}, for all waiting
     * @param listener  hears how it stands, after each write
     * @param pause  how to wait; false from it ends the run
     */
    public ExchangeFeed(
            FeedOptions options,
            RecordSink sink,
            Dialer dialer,
            SplittableRandom random,
            InstantSource clock,
            LongSupplier nanoTime,
            Consumer<FeedProgress> listener,
            Pause pause) {
        this.options = options;
        this.sink = sink;
        this.listener = listener;
        this.pause = pause;
        options.feeds().forEach(feed -> venues.add(venue(feed, dialer, random, clock, nanoTime)));
    }

    private Hearing venue(
            FeedOptions.Feed feed, Dialer dialer, SplittableRandom random, InstantSource clock, LongSupplier nanoTime) {
        String name = feed.venue().label();
        FeedCounts counts = new FeedCounts();
        VenueConversation conversation =
                new VenueConversation(name, feed.venue().adapter(feed.plan()), latest, unread, counts, clock);
        SteadyConnection connection = new SteadyConnection(
                name, feed.address(), options.patience(), dialer, conversation, random.split(), nanoTime);
        return new Hearing(name, connection, counts);
    }

    /** Hears and writes until it is told to stop; what was heard until then is written. */
    public void run() {
        try {
            do {
                venues.forEach(venue -> venue.connection().keep());
                write();
                listener.accept(progress());
            } while (pause.of(options.interval()));
        } finally {
            venues.forEach(venue -> venue.connection().close());
        }
        write();
        sink.finish();
    }

    private void write() {
        List<OutgoingRecord> block = new ArrayList<>();
        latest.take(Integer.MAX_VALUE).forEach(observed -> block.add(ObservationRecords.of(observed)));
        block.addAll(unread.take());
        if (!block.isEmpty()) {
            records += sink.write(new RecordBlock(++blocks, Optional.empty(), block));
            sink.flush();
        }
    }

    private FeedProgress progress() {
        return new FeedProgress(
                records,
                venues.stream()
                        .map(venue -> new FeedProgress.OfVenue(
                                venue.name(), venue.connection().counts(), venue.counts()))
                        .toList());
    }
}
