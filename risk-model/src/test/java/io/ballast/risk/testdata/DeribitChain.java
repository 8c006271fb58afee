/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.testdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every listed ETH option at one moment, as Deribit's book summary gave it: prices in ETH, strikes and forwards in dollars. */
public final class DeribitChain {

    private static final String FILE = "options/deribit_eth_book_summary_2024-01-08.csv";
    private static final double MS_A_YEAR = 365 * 86_400_000.0;
    private static final DateTimeFormatter EXPIRY = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("dMMMyy")
            .toFormatter(Locale.ENGLISH);

    private DeribitChain() {}

    /**
     * One instrument.
     *
     * @param call  false: a put
     * @param bid  null: nobody bids
     * @param ask  null: nobody offers
     * @param years  time to 08:00 UTC of the expiry day
     */
    public record Instrument(
            String expiry,
            double strike,
            boolean call,
            Double bid,
            Double ask,
            double mark,
            double forward,
            double index,
            double years) {}

    /** All instruments by expiry, each by strike, calls first. The test is skipped where the file is absent. */
    public static Map<String, List<Instrument>> byExpiry() {
        return all().stream().collect(Collectors.groupingBy(Instrument::expiry, TreeMap::new, Collectors.toList()));
    }

    private static List<Instrument> all() {
        try {
            List<String> lines = Files.readAllLines(SharedData.require(FILE));
            List<String> header = Arrays.asList(lines.get(0).split(",", -1));
            return lines.stream()
                    .skip(1)
                    .map(line -> instrument(row(header, line.split(",", -1))))
                    .sorted((a, b) -> a.strike() == b.strike()
                            ? Boolean.compare(b.call(), a.call())
                            : Double.compare(a.strike(), b.strike()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> header, String[] cells) {
        return IntStream.range(0, cells.length).boxed().collect(Collectors.toMap(header::get, i -> cells[i]));
    }

    private static Instrument instrument(Map<String, String> row) {
        Function<String, Double> price = name -> row.get(name).isEmpty() ? null : Double.valueOf(row.get(name));
        LocalDate day = LocalDate.parse(row.get("expire_date"), EXPIRY);
        long expiryMs = day.atTime(8, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        return new Instrument(
                row.get("expire_date"),
                price.apply("strike_price"),
                row.get("option_type").equals("C"),
                price.apply("bid_price"),
                price.apply("ask_price"),
                price.apply("mark_price"),
                price.apply("underlying_price"),
                price.apply("estimated_delivery_price"),
                (expiryMs - Long.parseLong(row.get("creation_timestamp"))) / MS_A_YEAR);
    }
}
