/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.latency.OpenLoop;
import io.ballast.benchmarks.pipeline.Effort;
import io.ballast.benchmarks.workload.FeedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A desk whose rows change, and pages that are open on it. Mutable and single-threaded. */
public final class ClientsCase implements AutoCloseable {

    private static final String PREFIX = "desk-clients.";
    private static final double BYTES_PER_MB = 1e6;

    private final MeasuredDesk desk;
    private final Effort effort;
    private int nextNumber;

    private ClientsCase(MeasuredDesk desk, Effort effort) {
        this.desk = desk;
        this.effort = effort;
        this.nextNumber = desk.book().watched();
    }

    /** Writes the book and starts the desk. */
    public static ClientsCase start(Bench bench, DeskTerms terms, Path folder, Effort effort)
            throws IOException, InterruptedException, TimeoutException {
        return new ClientsCase(MeasuredDesk.start(bench, terms, PREFIX, folder), effort);
    }

    /** What the desk, the readers and the clock said at one moment. */
    private record Usage(long nanos, long deskNanos, long readerNanos, long bytes) {}

    /** @throws TimeoutException if a page does not get all of its rows */
    public ClientsRound round(int number, int clients, int perSecond)
            throws IOException, InterruptedException, TimeoutException {
        int first = nextNumber;
        int measured = first + (int) (perSecond * effort.warmUp().toMillis() / 1000);
        int end = measured
                + (int) Math.max(
                        desk.book().watched(), perSecond * effort.measured().toMillis() / 1000);
        nextNumber = end;
        List<FeedRecord> updates = desk.updates(first, end - first);
        Receipts receipts = new Receipts(desk.book());
        try (StreamClients pages = StreamClients.open(desk.http().address(), clients, desk.book(), receipts)) {
            pages.awaitFilled(effort.patience());
            try (OpenLoop load = new OpenLoop(desk.feeder(), updates, first, perSecond)) {
                receipts.begin(new Receipts.Load(load, first, measured, end));
                Usage before = usageAt(load.intendedNanos(measured), pages);
                Usage after = usageAt(load.intendedNanos(end), pages);
                load.awaitAll();
                pages.awaitComplete(effort.patience());
                return round(number, clients, perSecond, receipts, before, after);
            }
        }
    }

    private Usage usageAt(long nanos, StreamClients pages) throws IOException {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return new Usage(System.nanoTime(), desk.process().cpuNanos(), pages.cpuNanos(), pages.bytes());
    }

    private ClientsRound round(int number, int clients, int perSecond, Receipts receipts, Usage before, Usage after)
            throws IOException {
        double nanos = after.nanos() - before.nanos();
        DelayHistogram delays = receipts.delays();
        return new ClientsRound(
                desk.book().size(),
                clients,
                perSecond,
                number,
                delays.percentileMs(0.5),
                delays.percentileMs(0.99),
                delays.percentileMs(0.999),
                delays.percentileMs(1),
                receipts.byLater(),
                (after.bytes() - before.bytes()) / BYTES_PER_MB / (nanos / 1e9),
                (after.deskNanos() - before.deskNanos()) / nanos,
                (after.readerNanos() - before.readerNanos()) / nanos,
                desk.process().heapInUse(),
                desk.process().residentBytes());
    }

    @Override
    public void close() throws IOException {
        desk.close();
    }
}
