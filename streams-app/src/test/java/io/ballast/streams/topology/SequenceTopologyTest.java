/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.Timeline;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.RiskReason;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.HistoryKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.Numbering;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics are read far apart, further than any history reaches, by a topology that keeps as little history as it may. */
@Tag("fault")
class SequenceTopologyTest {

    private static final Map<String, String> FORGETFUL = Map.of(HistoryKeys.HISTORY_RECORDS, "0");
    private static final Duration WAIT = Duration.ofMillis(2_500);
    private static final List<Topic> TICKS_FIRST =
            List.of(Topic.POOLS, Topic.PRICE_TICKS, Topic.POOL_EVENTS, Topic.POSITION_EVENTS);
    private static final int BLOCKS = 200;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain);
    private BookDriver books;

    @BeforeEach
    void open() {
        books = BookDriver.open(folder, FORGETFUL);
    }

    @AfterEach
    void close() {
        books.close();
    }

    /** Ticks that know of the mints between them; each in a block of its own. */
    private List<TestRecord> history() {
        pool.define().initialize().mint(ALICE, 1000);
        for (int block = 1; block <= BLOCKS; block++) {
            chain.nextBlock();
            pool.mint(BOB, 1).tick(1000 + block);
        }
        return new Numbering().number(chain.records());
    }

    private static List<PositionRisk> values(BookDriver driver) {
        return driver.published().stream().map(record -> record.value()).toList();
    }

    private List<PositionRisk> publishedInOrder(List<TestRecord> records) {
        try (BookDriver inOrder = BookDriver.open(folder, FORGETFUL)) {
            inOrder.feed(records);
            return values(inOrder);
        }
    }

    @Test
    void shouldPublishTheSameRecords_whenATopicIsReadAfterTheOthers() {
        List<TestRecord> records = history();

        books.feed(Numbering.topicByTopic(records, TICKS_FIRST));

        assertThat(values(books)).isEqualTo(publishedInOrder(records));
        assertThat(books.counters().outcomes(Timeline.Outcome.APPLIED)).isEqualTo(records.size() - 1L);
        assertThat(books.counters().gaps()).isZero();
        assertThat(books.counters().unsettled()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldPublishTheSameRecords_throughReorganisationsOfPoolsReadApart(long seed) {
        Histories.Reorganised history = Histories.reorganised(seed, 80, 20, 60);
        List<TestRecord> delivered = new ArrayList<>(history.stem());
        delivered.addAll(history.orphaned());
        delivered.addAll(Histories.retractions(history.orphaned(), true));
        delivered.addAll(history.canonical());
        List<TestRecord> records = new Numbering().number(delivered);

        books.feed(Numbering.readApart(records, new Random(seed)));

        assertThat(byPosition(values(books))).isEqualTo(byPosition(publishedInOrder(definitionsFirst(records))));
        assertThat(books.counters().gaps()).isZero();
    }

    private static List<TestRecord> definitionsFirst(List<TestRecord> records) {
        return Stream.concat(
                        records.stream().filter(record -> record.topic() == Topic.POOLS),
                        records.stream().filter(record -> record.topic() != Topic.POOLS))
                .toList();
    }

    @Test
    void shouldRestoreTheOrderOfWhatWaitedForItsPool() {
        List<TestRecord> records = history();
        List<TestRecord> poolLast = new ArrayList<>(Numbering.topicByTopic(records, TICKS_FIRST.subList(1, 4)));
        poolLast.addAll(Numbering.topicByTopic(records, List.of(Topic.POOLS)));

        try (BookDriver patient =
                BookDriver.open(folder, Map.of(HistoryKeys.HISTORY_RECORDS, "0", HistoryKeys.PENDING_MS, "86400000"))) {
            patient.feed(poolLast);

            assertThat(values(patient)).isEqualTo(publishedInOrder(records));
        }
    }

    @Test
    void shouldKeepWhatIsHeldBack_whenTheTaskIsRevived() {
        List<TestRecord> records = history();
        List<TestRecord> apart = Numbering.topicByTopic(records, TICKS_FIRST);

        for (int i = 0; i < apart.size(); i++) {
            books.feed(apart.get(i));
            if (i % 50 == 49) {
                books.reinitialise();
            }
        }

        assertThat(values(books))
                .filteredOn(risk -> risk.getReason() != RiskReason.HEARTBEAT)
                .isEqualTo(publishedInOrder(records));
    }

    @Test
    void shouldGoOnWithoutWhatDoesNotCome() {
        List<TestRecord> records = history();
        int missing = 103;
        List<TestRecord> rest = new ArrayList<>(records);
        rest.remove(missing);

        books.feed(rest);
        long before = books.counters().records();
        assertThat(books.counters().unsettled()).as("held back").isEqualTo(rest.size() - missing);
        books.advance(WAIT);

        assertThat(before).isEqualTo(missing - 1L);
        assertThat(books.counters().gaps()).isEqualTo(1);
        assertThat(books.counters().records()).isEqualTo(rest.size() - 1L);
        assertThat(books.counters().unsettled()).isZero();
    }

    @Test
    void shouldNotWaitLongForWhatWasThereBeforeItCame() {
        List<TestRecord> records = history();
        List<TestRecord> kept = new ArrayList<>(records.subList(0, 3));
        kept.addAll(records.subList(3, 300).stream()
                .filter(record -> record.topic() == Topic.POSITION_EVENTS)
                .toList());
        kept.addAll(records.subList(300, records.size()));

        books.feed(kept);
        books.advance(WAIT);

        assertThat(books.counters().records()).isEqualTo(kept.size() - 1L);
        assertThat(books.counters().gaps()).isPositive();
    }

    @Test
    void shouldGiveARefusedRecordItsTurn() {
        List<TestRecord> records = new ArrayList<>(history());
        TestRecord tick = records.get(5);
        PositionEvent broken = PositionEvent.newBuilder(
                        (PositionEvent) records.get(3).value())
                .setLiquidityRaw("lots")
                .build();
        TestRecord refused =
                new TestRecord(Topic.POSITION_EVENTS, SmallPool.ID, broken, tick.timestampMs(), tick.block());
        records.set(3, refused);

        books.feed(Numbering.topicByTopic(records, TICKS_FIRST));

        assertThat(books.counters().gaps()).isZero();
        assertThat(books.deadLetters().get(0).getReason()).contains("liquidity_raw lots");
        assertThat(books.counters().records()).isEqualTo(records.size() - 2L);
    }

    @Test
    void shouldRefuseANumberThatIsNone() {
        pool.define().initialize();
        TestRecord negative = chain.records().get(1).numbered(Numbering.PRODUCER, -1);

        books.feed(chain.records().get(0));
        books.feed(negative);

        assertThat(books.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                .contains("pool_sequence -1"));
    }

    @Test
    void shouldHoldBackNoMoreThanIsAllowed() {
        List<TestRecord> records = history();
        try (BookDriver tight =
                BookDriver.open(folder, Map.of(HistoryKeys.HISTORY_RECORDS, "0", HistoryKeys.SEQUENCE_RECORDS, "10"))) {
            tight.feed(Numbering.topicByTopic(records, TICKS_FIRST));

            assertThat(tight.counters().gaps()).isPositive();
            assertThat(tight.counters().unsettled()).isLessThan(records.size() / 2);
        }
    }

    @Test
    void shouldTakeEverythingAsItComes_whenNothingIsToBeHeldBack() {
        List<TestRecord> records = history();
        try (BookDriver asItComes = BookDriver.open(folder, Map.of(HistoryKeys.SEQUENCE_WAIT_MS, "0"))) {
            asItComes.feed(records.subList(0, 2));
            asItComes.feed(records.get(records.size() - 1));

            assertThat(asItComes.counters().records()).isEqualTo(2);
        }
    }

    @Test
    void shouldNotCompareTheNumbersOfTwoProducers() {
        List<TestRecord> records = history();
        TestRecord last = chain.records().get(records.size() - 1);

        books.feed(records.subList(0, 3));
        books.feed(last.numbered("another-producer", 0));

        assertThat(books.counters().records()).isEqualTo(3);
    }

    private static Map<String, List<PositionRisk>> byPosition(List<PositionRisk> records) {
        return records.stream().filter(Objects::nonNull).collect(Collectors.groupingBy(PositionRisk::getPositionId));
    }
}
