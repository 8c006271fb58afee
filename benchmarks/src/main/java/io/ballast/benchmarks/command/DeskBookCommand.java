/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.command;

import io.ballast.benchmarks.desk.BookAnswer;
import io.ballast.benchmarks.desk.BookCase;
import io.ballast.benchmarks.desk.BookSize;
import io.ballast.benchmarks.desk.Chromium;
import io.ballast.benchmarks.desk.FirstPaint;
import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.report.Numbers;
import io.ballast.benchmarks.report.Report;
import io.ballast.benchmarks.report.TextTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A million positions from the topics to a browser. */
@Command(
        name = "desk-book",
        description =
                "A large book from its topics to a desk in a process of its own: time until it is ready, memory, answers over"
                        + " HTTP, and the Book in a browser, where there is one.",
        mixinStandardHelpOptions = true)
public final class DeskBookCommand implements Callable<Integer> {

    private static final double BYTES_PER_MB = 1e6;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private DeskOptions desk = new DeskOptions();

    @Option(names = "--positions", defaultValue = "1000000", description = "Positions in the book: ${DEFAULT-VALUE}.")
    private int positions;

    @Option(
            names = "--rates",
            split = ",",
            defaultValue = "0,1000",
            description = "Rows that change each second while the desk is asked: ${DEFAULT-VALUE}.")
    private List<Integer> rates;

    @Override
    public Integer call() throws Exception {
        return run.measure("A large book on a desk", "desk-book", this::measure);
    }

    private void measure(Report report, Path folder) throws Exception {
        try (Bench bench = Bench.start(folder);
                BookCase book = BookCase.start(bench, desk.terms(run, positions), folder)) {
            RunOptions.say("the desk is ready");
            tellSize(report, book.size());
            TextTable table = new TextTable("what, rows changed/s", "goal ms", "first ms", "median ms", "max ms");
            for (int rate : rates) {
                book.answers(rate).forEach(answer -> tell(report, table, answer));
            }
            report.text(table);
            lookAt(book, report, folder);
        }
    }

    private static void tellSize(Report report, BookSize size) {
        report.result(size);
        report.text(new TextTable("positions", "ready s", "heap MB", "RSS MB")
                .row(
                        Integer.toString(size.positions()),
                        Numbers.shown(size.readySeconds()),
                        Numbers.shown(size.heapBytes() / BYTES_PER_MB),
                        Numbers.shown(size.residentBytes() / BYTES_PER_MB)));
    }

    private static void tell(Report report, TextTable table, BookAnswer answer) {
        String name = answer.what() + ", " + answer.perSecond();
        report.result(name, answer, answer.faults());
        table.row(
                name,
                Numbers.shown(answer.goalMs()),
                Numbers.shown(answer.firstMs()),
                Numbers.shown(answer.medianMs()),
                Numbers.shown(answer.maxMs()));
    }

    private void lookAt(BookCase book, Report report, Path folder) throws Exception {
        Optional<Chromium> browser = Chromium.start(folder);
        if (browser.isEmpty()) {
            report.text("No browser on this machine: the Book was not looked at.");
            return;
        }
        TextTable table = new TextTable("the Book in a browser", "first paint ms", "rows shown ms", "rows");
        try (Chromium opened = browser.get()) {
            for (int number = 0; number <= run.rounds; number++) {
                FirstPaint seen = FirstPaint.of(opened, book.address());
                report.result(seen);
                table.row(
                        number == 0 ? "the first time" : "again, " + number,
                        Numbers.shown(seen.firstPaintMs()),
                        Numbers.shown(seen.rowsMs()),
                        Integer.toString(seen.rows()));
            }
        }
        report.text(table);
    }
}
