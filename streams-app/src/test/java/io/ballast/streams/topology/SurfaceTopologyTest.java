/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SampleQuotes.EXPIRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.option.OptionKind;
import io.ballast.schema.OptionChain;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.QuotedOption;
import io.ballast.schema.SurfaceFlag;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.OptionKeys;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.SampleQuotes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quotes in, one surface an expiry and interval out; what makes no sense becomes a dead letter and changes nothing. */
class SurfaceTopologyTest {

    private static final Instant START = Instant.parse("2024-03-01T08:00:00Z");
    private static final double[] STRIKES = {1800, 2000, 2200, 2400};
    private static final String KEY = "ETH|2024-03-29T08:00:00Z";

    @TempDir
    private Path folder;

    private final SampleQuotes quotes = new SampleQuotes(0.7);

    @Test
    void shouldFitASmileWhenTheIntervalIsOver() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            assertThat(surfaces(books)).isEmpty();

            books.feed(quotes.chain(EXPIRY, 2150, START.plusSeconds(61), STRIKES));

            OptionSurface surface = only(books);
            assertThat(surface.getForward()).isEqualTo(2100);
            assertThat(surface.getIndexPrice()).isEqualTo(2100 * 0.99);
            assertThat(surface.getAtmVolatility()).isCloseTo(0.7, within(1e-12));
            assertThat(surface.getSkew()).isCloseTo(0, within(1e-12));
            assertThat(surface.getSmile()).hasSize(4);
            assertThat(surface.getQuotes()).isEqualTo(8);
            assertThat(surface.getEventTime()).isEqualTo(START.plusMillis(7));
            assertThat(surface.getYearsToExpiry()).isCloseTo(28.0 / 365, within(1e-6));
            assertThat(surface.getFlags()).isEmpty();
        }
    }

    @Test
    void shouldFitTheLastIntervalTooWhenNoMoreQuotesCome() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            books.advance(Duration.ofSeconds(3));

            assertThat(only(books).getForward()).isEqualTo(2100);
            books.advance(Duration.ofSeconds(3));
            assertThat(surfaces(books)).isEmpty();
        }
    }

    @Test
    void shouldSendEveryOptionToTheDesks() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            books.advance(Duration.ofSeconds(3));

            List<TestRecord<String, OptionChain>> chains = books.read(Topic.OPTION_CHAINS, OptionChain.class);
            assertThat(chains).singleElement().satisfies(record -> {
                assertThat(record.key()).isEqualTo(KEY);
                assertThat(record.value().getQuotes()).hasSize(8);
                assertThat(record.value().getSurface().getForward()).isEqualTo(2100);
            });
        }
    }

    @Test
    void shouldSolveVolatilitiesThatTheVenueDoesNotTell() {
        try (BookDriver books = BookDriver.open(folder)) {
            for (double strike : STRIKES) {
                feed(books, quote -> quote.setMarkIv(null), strike);
            }
            books.advance(Duration.ofSeconds(3));

            OptionSurface surface = only(books);
            assertThat(surface.getAtmVolatility()).isCloseTo(0.7, within(1e-9));
            assertThat(surface.getFlags()).containsExactly(SurfaceFlag.SOLVED_FROM_PRICES);
        }
    }

    @Test
    void shouldFlagThatIndexAndSizesAreNotTold() {
        try (BookDriver books = BookDriver.open(folder)) {
            for (double strike : STRIKES) {
                feed(books, quote -> quote.setIndexPrice(null).setAskSize(null), strike);
            }
            books.advance(Duration.ofSeconds(3));

            OptionSurface surface = only(books);
            assertThat(surface.getIndexPrice()).isEqualTo(surface.getForward());
            assertThat(surface.getFlags()).containsExactly(SurfaceFlag.INDEX_UNKNOWN, SurfaceFlag.SIZES_UNKNOWN);
            assertThat(surface.getAtmVolatility()).isCloseTo(0.7, within(1e-9));
        }
    }

    @Test
    void shouldSayWhatTheQuotesGiveAway() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            feed(books, quote -> quote.setMarkIv(1.4), 2200);
            Instant later = EXPIRY.plus(Duration.ofDays(7));
            books.feed(new SampleQuotes(0.3).chain(later, 2100, START, STRIKES));
            books.advance(Duration.ofSeconds(3));

            Map<String, OptionSurface> found = surfaces(books);
            assertThat(found.get(KEY).getButterflies()).isPositive();
            assertThat(found.get(KEY).getWorstButterfly()).isNegative();
            assertThat(found.get(KEY).getFlags()).containsExactly(SurfaceFlag.BUTTERFLY);
            OptionSurface cheaper = found.get("ETH|" + later);
            assertThat(cheaper.getCalendars()).isPositive();
            assertThat(cheaper.getFlags()).contains(SurfaceFlag.CALENDAR);
        }
    }

    @Test
    void shouldNotUseWhatIsStale_andForgetWhatHasExpired() {
        Map<String, String> settings = Map.of(OptionKeys.STALE_MS, "600000");
        try (BookDriver books = BookDriver.open(folder, settings)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            books.feed(quotes.chain(EXPIRY, 2100, START.plusSeconds(3600), 2000));
            books.advance(Duration.ofSeconds(3));
            OptionSurface surface = surfaces(books).get(KEY);
            assertThat(surface.getQuotesStale()).isEqualTo(6);
            assertThat(surface.getQuotes()).isEqualTo(2);
            assertThat(surface.getFlags()).containsExactly(SurfaceFlag.SINGLE_STRIKE);

            Instant after = EXPIRY.plusSeconds(1);
            books.feed(quotes.chain(after.plus(Duration.ofDays(7)), 2100, after, STRIKES));
            books.advance(Duration.ofSeconds(3));

            assertThat(books.read(Topic.OPTION_SURFACES, OptionSurface.class))
                    .anyMatch(record -> record.key().equals(KEY) && record.value() == null);
        }
    }

    @Test
    void shouldComeBackWithAllQuotes_whenATaskTakesOver() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            books.reinitialise();
            books.feed(quotes.chain(EXPIRY, 2150, START.plusSeconds(61), 2000));

            assertThat(only(books).getQuotes()).isEqualTo(8);
        }
    }

    @Test
    void shouldIgnoreAnOlderQuote() {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START.plusSeconds(10), STRIKES));
            books.feed(quotes.chain(EXPIRY, 1500, START, STRIKES));
            books.advance(Duration.ofSeconds(3));

            assertThat(only(books).getForward()).isEqualTo(2100);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bid_price; bid_price 0.9 is above ask_price",
                "mark_iv; mark_iv 0.0 is not a positive finite number",
                "percent; mark_iv 70.0 is above 10.0: 70 % is 0.7",
                "strike; strike 0.0 is not a positive finite number",
                "expired; the option has expired",
                "forward; underlying_price is missing",
                "key; the record's key ETH is not its underlying BTC",
                "right; right UNKNOWN",
                "settlement; settlement UNKNOWN",
                "nan; ask_iv NaN is not a positive finite number",
                "future; ahead of the clock"
            })
    void shouldRefuseWhatMakesNoSense(String fault, String reason) {
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(quotes.chain(EXPIRY, 2100, START, STRIKES));
            QuotedOption.Builder quote = quotes.quote(OptionKind.CALL, 2200, EXPIRY, 2500, START.plusSeconds(1));
            breakIt(quote, fault);
            io.ballast.streams.testkit.TestRecord good = SampleQuotes.record(quote.build());
            books.feed(new io.ballast.streams.testkit.TestRecord(
                    Topic.OPTION_QUOTES, "ETH", good.value(), good.timestampMs(), 0));
            books.advance(Duration.ofSeconds(3));

            assertThat(books.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.getReason()).contains(reason);
                assertThat(letter.getSourceTopic()).isEqualTo("ballast.option-quotes");
                assertThat(letter.getSourceOffset()).isEqualTo(8);
                assertThat(letter.getSourceValue().array()).isEqualTo(books.bytes(good));
            });
            assertThat(only(books).getForward()).isEqualTo(2100);
        }
    }

    private static void breakIt(QuotedOption.Builder quote, String fault) {
        switch (fault) {
            case "bid_price" -> quote.setBidPrice(0.9);
            case "mark_iv" -> quote.setMarkIv(0.0);
            case "percent" -> quote.setMarkIv(70.0);
            case "strike" -> quote.setStrike(0);
            case "expired" -> quote.setExpiry(quote.getEventTime());
            case "forward" -> quote.setUnderlyingPrice(null);
            case "key" -> quote.setUnderlying("BTC");
            case "right" -> quote.setRight(io.ballast.schema.CallOrPut.UNKNOWN);
            case "settlement" -> quote.setSettlement(io.ballast.schema.OptionSettlement.UNKNOWN);
            case "nan" -> quote.setAskIv(Double.NaN);
            default ->
                quote.setEventTime(Instant.parse("2026-02-01T00:00:00Z"))
                        .setExpiry(Instant.parse("2026-03-01T00:00:00Z"));
        }
    }

    private void feed(BookDriver books, Consumer<QuotedOption.Builder> change, double strike) {
        QuotedOption.Builder quote = quotes.quote(
                strike < 2100 ? OptionKind.PUT : OptionKind.CALL, strike, EXPIRY, 2100, START.plusMillis(20));
        change.accept(quote);
        books.feed(SampleQuotes.record(quote.build()));
    }

    private static Map<String, OptionSurface> surfaces(BookDriver books) {
        Map<String, OptionSurface> last = new java.util.TreeMap<>();
        books.read(Topic.OPTION_SURFACES, OptionSurface.class)
                .forEach(record -> last.put(record.key(), record.value()));
        return last;
    }

    private static OptionSurface only(BookDriver books) {
        Map<String, OptionSurface> found = surfaces(books);
        assertThat(found).containsOnlyKeys(KEY);
        return found.get(KEY);
    }
}
