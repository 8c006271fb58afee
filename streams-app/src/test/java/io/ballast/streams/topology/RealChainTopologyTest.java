/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ballast.risk.book.GroupCurve;
import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.QuotedOption;
import io.ballast.schema.StripRecommendation;
import io.ballast.schemas.catalogue.Topic;
import io.ballast.streams.config.OptionKeys;
import io.ballast.streams.config.PublicationKeys;
import io.ballast.streams.record.PortfolioCurveAdapter;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.CoinPool;
import io.ballast.streams.testkit.ExpiryPayoff;
import io.ballast.streams.testkit.SampleQuotes;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A position hedged with a real chain's strikes, offers and marks; skipped where the recorded chain is absent. */
class RealChainTopologyTest {

    private static final Path CHAIN = Path.of("../../shared/data/options/deribit_eth_book_summary_2024-01-08.csv");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dMMMyy")
            .toFormatter(Locale.ENGLISH);
    /** Some 20 million dollars, so that whole contracts matter little. */
    private static final BigInteger MUCH = BigInteger.valueOf(3).multiply(BigInteger.TEN.pow(18));

    @TempDir
    private Path folder;

    @Test
    void shouldCoverTheLossWithRealQuotes_forNoMoreThanByChords() throws IOException {
        assumeThat(CHAIN).exists();
        Chain chain = new Chain("a", 100);
        new CoinPool(chain).create().mint(ALICE, MUCH);
        Path owners = Files.writeString(folder.resolve("owners.csv"), "owner,portfolio\n" + ALICE + ",desk-a\n");
        Map<String, String> settings = Map.of(PublicationKeys.OWNERS_FILE, owners.toString(), OptionKeys.MOST, "80");
        try (BookDriver books = BookDriver.open(folder, settings)) {
            books.feed(chain.records());
            var curves = books.newCurves();
            GroupCurve held = PortfolioCurveAdapter.curve(
                            curves.get(curves.size() - 1).value())
                    .orElseThrow();
            quotes().forEach(quote -> books.feed(SampleQuotes.record(quote)));
            books.advance(Duration.ofSeconds(10));
            assertThat(books.deadLetters()).isEmpty();
            var surfaces = books.read(Topic.OPTION_SURFACES, OptionSurface.class);
            // As many as the venue's own marks give away, counted from the file by another test.
            assertThat(surfaces.stream()
                            .mapToInt(surface -> surface.value().getButterflies())
                            .sum())
                    .isEqualTo(12);
            assertThat(surfaces).hasSize(11).allSatisfy(surface -> assertThat(
                            surface.value().getAtmVolatility())
                    .isBetween(0.6, 1.0));
            Map<String, StripRecommendation> advice = new TreeMap<>();
            books.read(Topic.STRIP_RECOMMENDATIONS, StripRecommendation.class)
                    .forEach(record -> advice.put(record.key(), record.value()));
            assertThat(advice).hasSize(11);
            advice.values().forEach(one -> check(one, held));
        }
    }

    private static void check(StripRecommendation advice, GroupCurve held) {
        double least = Double.POSITIVE_INFINITY;
        for (double price = 5; price < 30_000; price += 1) {
            least = Math.min(
                    least,
                    ExpiryPayoff.at(advice.getStrip(), advice.getForward(), price)
                            + held.at(price).il());
        }
        assertThat(least).as("slack of %s", advice.getExpiry()).isGreaterThan(-0.01);
        // Whole contracts and sizes are not in the chords.
        assertThat(advice.getStrip().getCost())
                .isLessThan(1.001 * advice.getChord().getCost());
        assertThat(advice.getWorstResidual()).isLessThan(0.01);
    }

    private static List<QuotedOption> quotes() throws IOException {
        List<String> lines = Files.readAllLines(CHAIN);
        String[] header = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> quote(header, line.split(",", -1)))
                .toList();
    }

    private static QuotedOption quote(String[] header, String[] cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        Instant expiry =
                LocalDate.parse(row.get("expire_date"), DAY).atTime(8, 0).toInstant(ZoneOffset.UTC);
        Instant time = Chain.timeOf(101).plusMillis(Long.parseLong(row.get("creation_timestamp")) - 1704712781414L);
        // The chain is of two months before the test's pool: everything is moved by as much.
        Duration shift = Duration.between(Instant.ofEpochMilli(1704712781414L), Chain.timeOf(101));
        return QuotedOption.newBuilder()
                .setInstrumentId("deribit:" + row.get("instrument_name"))
                .setUnderlying("ETH")
                .setVenue("deribit")
                .setRight(row.get("option_type").equals("C") ? CallOrPut.CALL : CallOrPut.PUT)
                .setStrike(Double.parseDouble(row.get("strike_price")))
                .setExpiry(expiry.plus(shift))
                .setSettlement(OptionSettlement.COIN)
                .setContractSize(1)
                .setBidPrice(price(row.get("bid_price")))
                .setAskPrice(price(row.get("ask_price")))
                .setMarkPrice(price(row.get("mark_price")))
                .setUnderlyingPrice(price(row.get("underlying_price")))
                .setIndexPrice(price(row.get("estimated_delivery_price")))
                .setEventTime(time)
                .build();
    }

    private static Double price(String cell) {
        return cell.isEmpty() ? null : Double.valueOf(cell);
    }
}
