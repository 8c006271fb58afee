/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.Feeder;
import io.ballast.benchmarks.process.Child;
import io.ballast.benchmarks.workload.FeedRecord;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PositionPlan;
import io.ballast.desk.config.DeskKeys;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.serde.AvroSerializer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A desk in a process of its own, over a book on a real broker, and what is needed to change it. Single-threaded. */
final class MeasuredDesk implements AutoCloseable {

    private static final int AT_ONCE = 20_000;
    private static final long A_MOMENT_NANOS = Duration.ofMillis(50).toNanos();

    private final RiskBook book;
    private final Feeder feeder;
    private final Child process;
    private final DeskHttp http;
    private final double readySeconds;

    private MeasuredDesk(RiskBook book, Feeder feeder, Child process, DeskHttp http, double readySeconds) {
        this.book = book;
        this.feeder = feeder;
        this.process = process;
        this.http = http;
        this.readySeconds = readySeconds;
    }

    /**
     * Writes a book, and starts a desk that reads it.
     *
     * @param prefix  in front of all its topics
     * @param folder  for the desk's settings and logs
     */
    static MeasuredDesk start(Bench bench, DeskTerms terms, String prefix, Path folder)
            throws IOException, InterruptedException, TimeoutException {
        List<PositionRisk> samples = RiskSamples.of(bench, prefix, new PositionPlan(terms.samples(), terms.seed()));
        bench.createTopics(prefix);
        RiskBook book = new RiskBook(
                samples,
                new AvroSerializer<>(bench.registry(), true),
                prefix,
                terms.positions(),
                terms.views(),
                terms.rows());
        Feeder feeder = new Feeder(bench, prefix, 2);
        write(bench, book, feeder, prefix);
        Map<String, String> settings = new HashMap<>(Map.of(DeskKeys.PORT, "0"));
        settings.putAll(terms.settings());
        long begin = System.nanoTime();
        Child process = new Child(DeskProcess.class, bench.settings(prefix, settings), "desk", terms.heap(), folder);
        try {
            DeskHttp http = new DeskHttp(URI.create(process.awaitRunning()));
            awaitReady(http, process, terms.patience());
            return new MeasuredDesk(book, feeder, process, http, (System.nanoTime() - begin) / 1e9);
        } catch (IOException | InterruptedException | TimeoutException | RuntimeException e) {
            process.close();
            feeder.close();
            throw e;
        }
    }

    private static void write(Bench bench, RiskBook book, Feeder feeder, String prefix) {
        feeder.send(bench.feed(new PositionPlan(1, 1), Market.DEFAULT, prefix).creation());
        for (int from = 0; from < book.size(); from += AT_ONCE) {
            book.creation(from, Math.min(book.size(), from + AT_ONCE), Instant.now())
                    .forEach(feeder::sendSoon);
        }
        feeder.flush();
    }

    private static void awaitReady(DeskHttp http, Child process, Duration patience)
            throws IOException, InterruptedException, TimeoutException {
        long begin = System.nanoTime();
        while (!http.isReady()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the desk has ended before it was ready");
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new TimeoutException("the desk has not read its topics within " + patience);
            }
            LockSupport.parkNanos(A_MOMENT_NANOS);
        }
    }

    RiskBook book() {
        return book;
    }

    Feeder feeder() {
        return feeder;
    }

    Child process() {
        return process;
    }

    DeskHttp http() {
        return http;
    }

    /** From the start of the process until all that was on the topics had been read. */
    double readySeconds() {
        return readySeconds;
    }

    /** Records of watched positions, encoded. */
    List<FeedRecord> updates(int firstNumber, int count) {
        return book.updates(firstNumber, count, Instant.now());
    }

    @Override
    public void close() throws IOException {
        process.close();
        feeder.close();
    }
}
