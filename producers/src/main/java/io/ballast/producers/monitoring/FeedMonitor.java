/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Health;
import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import io.ballast.producers.connection.ConnectionCounts;
import io.ballast.producers.exchange.FeedCounts;
import io.ballast.producers.exchange.FeedProgress;
import io.ballast.producers.sink.CommitCounts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Watches a feed of exchanges. It is ready while at least one of them is connected and Kafka takes what is heard. Thread-safe. */
public final class FeedMonitor extends ProducerMonitor implements Consumer<FeedProgress> {

    private static final double MILLIS_PER_S = 1e3;

    private volatile FeedProgress progress;

    public FeedMonitor(CommitCounts commits, InstantSource clock) {
        super(commits, clock);
    }

    @Override
    public void accept(FeedProgress now) {
        progress = now;
        made();
    }

    @Override
    void tell(List<Reading> readings) {
        FeedProgress now = progress;
        if (now != null) {
            now.venues().forEach(venue -> {
                connection(venue.name(), venue.connection(), readings);
                heard(venue.name(), venue.feed(), readings);
            });
        }
    }

    private static void connection(String venue, ConnectionCounts counts, List<Reading> readings) {
        readings.add(Sample.of(ProducerMetric.EXCHANGE_CONNECTED, counts.open() ? 1 : 0, venue));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_MESSAGES, counts.messages(), venue));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_RECONNECTS, counts.losses(), venue));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_RENEWALS, counts.renewals(), venue));
    }

    private static void heard(String venue, FeedCounts counts, List<Reading> readings) {
        long unknown = counts.unknownTypes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        readings.add(Sample.of(ProducerMetric.EXCHANGE_LAG, counts.lag().toMillis() / MILLIS_PER_S, venue));
        observations(venue, counts, readings);
        readings.add(Sample.of(ProducerMetric.EXCHANGE_GAPS, counts.gaps(), venue));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_MISSED, counts.missed(), venue));
        long dropped = counts.lettersDropped();
        readings.add(Sample.of(ProducerMetric.EXCHANGE_DEAD_LETTERS, counts.deadLetters() - dropped, venue, "true"));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_DEAD_LETTERS, dropped, venue, "false"));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_COMPLAINTS, counts.complaints(), venue));
        readings.add(Sample.of(ProducerMetric.EXCHANGE_UNKNOWN, unknown, venue));
    }

    private static void observations(String venue, FeedCounts counts, List<Reading> readings) {
        ProducerMetric metric = ProducerMetric.EXCHANGE_OBSERVATIONS;
        long conflated = counts.conflated();
        readings.add(Sample.of(metric, counts.observations() - conflated, venue, "written"));
        readings.add(Sample.of(metric, conflated, venue, "conflated"));
        readings.add(Sample.of(metric, counts.old(), venue, "old"));
        readings.add(Sample.of(metric, counts.repeats(), venue, "repeat"));
        readings.add(Sample.of(metric, counts.noRoom(), venue, "no_room"));
    }

    @Override
    public Health health() {
        List<String> reasons = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        standstill().ifPresent(reasons::add);
        FeedProgress now = progress;
        if (now != null) {
            now.venues().stream()
                    .filter(venue -> !venue.connection().open())
                    .map(FeedMonitor::missing)
                    .forEach(now.isHealthy() ? warnings::add : reasons::add);
        }
        return new Health(reasons, warnings);
    }

    private static String missing(FeedProgress.OfVenue venue) {
        String last = venue.connection().lastLoss();
        return venue.name() + " is not connected" + (last.isEmpty() ? "" : "; last: " + last);
    }
}
