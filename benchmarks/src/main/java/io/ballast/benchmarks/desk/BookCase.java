/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.latency.OpenLoop;
import io.ballast.benchmarks.report.Numbers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** A large book from its topics to answers. Mutable and single-threaded. */
public final class BookCase implements AutoCloseable {

    private static final String PREFIX = "desk-book.";
    private static final double NANOS_PER_MS = 1e6;
    private static final int TRIES = 5;
    private static final int LONGEST_SECONDS = 60;

    private final MeasuredDesk desk;
    private int nextNumber;

    private BookCase(MeasuredDesk desk) {
        this.desk = desk;
        this.nextNumber = desk.book().watched();
    }

    /** Writes the book, and waits until a desk has read it. */
    public static BookCase start(Bench bench, DeskTerms terms, Path folder)
            throws IOException, InterruptedException, TimeoutException {
        return new BookCase(MeasuredDesk.start(bench, terms, PREFIX, folder));
    }

    /** Where a browser finds the desk. */
    public URI address() {
        return desk.http().address();
    }

    public BookSize size() throws IOException {
        return new BookSize(
                desk.book().size(),
                desk.readySeconds(),
                desk.process().heapInUse(),
                desk.process().residentBytes());
    }

    /**
     * Asks all that a page asks, while rows change.
     *
     * @param perSecond  0: none does
     */
    public List<BookAnswer> answers(int perSecond) throws IOException, InterruptedException {
        if (perSecond == 0) {
            return ask(0);
        }
        int first = nextNumber;
        nextNumber += perSecond * LONGEST_SECONDS;
        OpenLoop load = new OpenLoop(desk.feeder(), desk.updates(first, nextNumber - first), first, perSecond);
        try {
            return ask(perSecond);
        } finally {
            load.close();
            load.awaitAll();
        }
    }

    private List<BookAnswer> ask(int perSecond) throws IOException, InterruptedException {
        List<BookAnswer> answers = new ArrayList<>();
        for (BookQuestion question : BookQuestion.all()) {
            double first = desk.http().timeNanos(question.path()) / NANOS_PER_MS;
            List<Double> tries = new ArrayList<>();
            for (int number = 0; number < TRIES; number++) {
                tries.add(desk.http().timeNanos(question.path()) / NANOS_PER_MS);
            }
            answers.add(new BookAnswer(
                    question.what(),
                    perSecond,
                    question.goalMs(),
                    first,
                    Numbers.median(tries),
                    tries.stream().mapToDouble(Double::doubleValue).max().orElseThrow()));
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        desk.close();
    }
}
