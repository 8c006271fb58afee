/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.Timeline;
import io.ballast.schema.PositionRisk;
import io.ballast.streams.config.HistoryKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.LastingFigures;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** The same input in another order, with repeats, or in two lives, leaves the same figures. */
@Tag("fault")
class OrderTopologyTest {

    private static final int RECORDS = 160;
    private static final Map<String, String> FORGETFUL = Map.of(HistoryKeys.HISTORY_RECORDS, "0");

    private Path folder;

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("order-topology");
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Property(tries = 5)
    void shouldEndTheSameWhenBlocksAreShuffled(@ForAll long seed) {
        List<TestRecord> inOrder = Histories.random(seed, RECORDS);

        Outcome shuffled = run(Histories.shuffledWithinBlocks(inOrder, new Random(seed)));

        assertSame(shuffled, run(inOrder));
        assertThat(shuffled.deadLetters).isZero();
        assertThat(shuffled.risk).hasSizeGreaterThan(5);
    }

    @Property(tries = 5)
    void shouldEndTheSameWhenRecordsAreRepeated(@ForAll long seed) {
        List<TestRecord> inOrder = Histories.random(seed, RECORDS);
        Random random = new Random(seed);
        List<TestRecord> shuffled = Histories.shuffledWithinBlocks(inOrder, random);

        assertSame(runForgetful(Histories.withRepeats(shuffled, 0.05, random)), run(inOrder));
    }

    @Property(tries = 5)
    void shouldEndTheSameWhenTheTaskIsRevived(@ForAll long seed) {
        List<TestRecord> inOrder = Histories.random(seed, RECORDS);
        List<TestRecord> shuffled = Histories.shuffledWithinBlocks(inOrder, new Random(seed));

        assertSame(runRevived(shuffled, new Random(seed)), run(inOrder));
    }

    @Property(tries = 5)
    void shouldEndTheSameWhenABranchIsTakenBack(@ForAll long seed, @ForAll boolean newestFirst) {
        Histories.Reorganised history = Histories.reorganised(seed, RECORDS / 2, 20, 60);
        List<TestRecord> feed = new ArrayList<>(history.stem());
        feed.addAll(history.orphaned());
        feed.addAll(Histories.retractions(history.orphaned(), newestFirst));
        feed.addAll(history.canonical());

        assertSame(run(feed), run(straight(history)));
    }

    @Property(tries = 5)
    void shouldEndTheSameWhenARevivedTaskTakesABranchBack(@ForAll long seed, @ForAll boolean newestFirst) {
        Histories.Reorganised history = Histories.reorganised(seed, RECORDS / 2, 20, 60);
        List<TestRecord> feed = new ArrayList<>(history.stem());
        feed.addAll(history.orphaned());
        feed.addAll(Histories.retractions(history.orphaned(), newestFirst));
        feed.addAll(history.canonical());

        assertSame(runRevived(feed, new Random(seed)), run(straight(history)));
    }

    /** Here a task is revived amid the logs of a transaction, one of which gave somebody a first share of a pair. */
    @Example
    void shouldTakeBackAShareThatIsGoneBeforeATaskIsRevivedMidway() {
        shouldEndTheSameWhenARevivedTaskTakesABranchBack(3298287563L, true);
    }

    @Property(tries = 5)
    void shouldEndTheSameWhenTheOtherBranchComesBeforeTheRetraction(@ForAll long seed) {
        Histories.Reorganised history = Histories.reorganised(seed, RECORDS / 2, 20, 60);
        List<TestRecord> feed = new ArrayList<>(history.stem());
        feed.addAll(history.orphaned());
        List<TestRecord> retractions = Histories.retractions(history.orphaned(), false);
        feed.addAll(Histories.interleaved(retractions, history.canonical(), new Random(seed)));

        assertSame(run(feed), run(straight(history)));
    }

    private static void assertSame(Outcome actual, Outcome expected) {
        LastingFigures.assertSame(actual.risk, expected.risk);
        assertThat(actual.deadLetters).isEqualTo(expected.deadLetters);
    }

    private static List<TestRecord> straight(Histories.Reorganised history) {
        List<TestRecord> feed = new ArrayList<>(history.stem());
        feed.addAll(Histories.requests(history.orphaned()));
        feed.addAll(history.canonical());
        return feed;
    }

    private Outcome run(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(records);
            books.advance(Duration.ofSeconds(3));
            return new Outcome(books.risk(), books.deadLetters().size());
        }
    }

    /** Keeps no more history than it must. */
    private Outcome runForgetful(List<TestRecord> records) {
        try (BookDriver books = BookDriver.open(folder, FORGETFUL)) {
            books.feed(records);
            books.advance(Duration.ofSeconds(3));
            assertThat(books.counters().outcomes(Timeline.Outcome.REPEATED)).isPositive();
            assertThat(books.counters().outcomes(Timeline.Outcome.APPLIED_LATE)).isZero();
            return new Outcome(books.risk(), books.deadLetters().size());
        }
    }

    /** Starts every processor anew after some records. */
    private Outcome runRevived(List<TestRecord> records, Random random) {
        try (BookDriver books = BookDriver.open(folder, FORGETFUL)) {
            for (TestRecord record : records) {
                books.feed(record);
                if (random.nextInt(20) == 0) {
                    books.reinitialise();
                }
            }
            books.advance(Duration.ofSeconds(3));
            return new Outcome(books.risk(), books.deadLetters().size());
        }
    }

    private record Outcome(Map<String, PositionRisk> risk, int deadLetters) {}
}
