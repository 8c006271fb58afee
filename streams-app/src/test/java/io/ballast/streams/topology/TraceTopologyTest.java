/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static io.ballast.streams.testkit.SmallPool.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.schema.Alert;
import io.ballast.schema.MarketPrice;
import io.ballast.schema.PoolEventKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.Crossings;
import io.ballast.streams.testkit.Histories;
import io.ballast.streams.testkit.RuleSettings;
import io.ballast.streams.testkit.SmallPool;
import io.ballast.streams.testkit.TestRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a record causes carries its trace, over as many topics as it takes. */
class TraceTopologyTest {

    private static final long SOME = 1_000_000_000_000L;
    private static final int MANY = 25;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain).define().initialize();

    @Test
    void shouldCarryTheTraceOfEachRecordToItsFiguresAndAlerts() throws IOException {
        List<TestRecord> history = Histories.random(40_010, 300);
        Map<String, String> rules = RuleSettings.of(folder, new Crossings(-0.002, -0.0015).rules());
        int figures = 0;
        int alerts = 0;
        try (BookDriver books = BookDriver.open(folder, rules)) {
            for (int i = 0; i < history.size(); i++) {
                books.feed(history.get(i), trace(i));
                List<Headers> ofFigures = headers(books, Topic.POSITION_RISK, PositionRisk.class);
                List<Headers> ofAlerts = headers(books, Topic.ALERTS, Alert.class);

                assertThat(ofFigures).as("figures of record %s", i).allMatch(trace(i)::equals);
                assertThat(ofAlerts).as("alerts of record %s", i).allMatch(trace(i)::equals);
                figures += ofFigures.size();
                alerts += ofAlerts.size();
            }
        }
        assertThat(figures).isGreaterThan(history.size());
        assertThat(alerts).isGreaterThan(20);
    }

    @Test
    void shouldCarryNoOtherHeaderAndNoTraceOfAnEarlierRecord() {
        pool.mint(ALICE, SOME);
        try (BookDriver books = BookDriver.open(folder)) {
            feed(books, trace(1).add("user", bytes("anna")));
            chain.nextBlock();
            pool.mint(BOB, SOME);
            assertThat(headers(books, Topic.POSITION_RISK, PositionRisk.class))
                    .isNotEmpty()
                    .allMatch(trace(1)::equals);

            books.feed(chain.records().get(chain.size() - 1));

            assertThat(headers(books, Topic.POSITION_RISK, PositionRisk.class))
                    .isNotEmpty()
                    .allMatch(new RecordHeaders()::equals);
        }
    }

    @Test
    void shouldCarryTheTraceOfAMarketsPrice() {
        chain.tick("coinbase:ETH-USD", PriceTickKind.TRADE, tick -> tick.setPrice(2000.0));
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records().get(chain.size() - 1), trace(7).add("user", bytes("anna")));

            assertThat(headers(books, Topic.MARKET_PRICES, MarketPrice.class))
                    .isNotEmpty()
                    .allMatch(trace(7)::equals);
        }
    }

    /** The rest of a fan-out is of whatever is the newest price then, which may be of another record. */
    @Test
    void shouldCarryNoTraceToWhatIsPublishedLater() {
        for (int owner = 0; owner < MANY; owner++) {
            pool.mint(String.format("0x%040x", 0xabc0 + owner), SOME);
        }
        try (BookDriver books = BookDriver.open(folder, Map.of(PublicationKeys.PUBLISH_CHUNK, "10"))) {
            books.feed(chain.records());
            books.advance(Duration.ofSeconds(1));
            headers(books, Topic.POSITION_RISK, PositionRisk.class);
            chain.nextBlock();
            chain.pool(SmallPool.ID, PoolEventKind.FLASH, event -> event.setAmount0Raw("400000000000")
                    .setAmount1Raw("0"));

            books.feed(chain.records().get(chain.size() - 1), trace(3));
            List<Headers> atOnce = headers(books, Topic.POSITION_RISK, PositionRisk.class);
            books.advance(Duration.ofSeconds(1));
            List<Headers> later = headers(books, Topic.POSITION_RISK, PositionRisk.class);

            assertThat(atOnce).isNotEmpty().allMatch(trace(3)::equals);
            assertThat(later).isNotEmpty().allMatch(new RecordHeaders()::equals);
        }
    }

    private void feed(BookDriver books, Headers headers) {
        chain.records().forEach(record -> books.feed(record, headers));
    }

    /** Of the records since it was asked last, in order. */
    private static <T extends SpecificRecord> List<Headers> headers(BookDriver books, Topic topic, Class<T> type) {
        List<Headers> headers = new ArrayList<>();
        books.read(topic, type).forEach(record -> headers.add(new RecordHeaders(record.headers())));
        return headers;
    }

    private static Headers trace(int number) {
        return new RecordHeaders().add("traceparent", bytes(traceparent(number)));
    }

    private static String traceparent(int number) {
        return String.format("00-%032x-%016x-01", number + 1, number + 1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
