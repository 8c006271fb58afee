/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.schemas.settings.Durations;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a metric is measured in, and how thresholds in it may be written. */
enum Unit {
    FRACTION("fraction", Map.of("%", 100.0, "bps", 10_000.0, "fraction", 1.0)),
    BPS("bps", Map.of("bps", 1.0, "%", 0.01)),
    USD("USD", Map.of("usd", 1.0)),
    /** What the portfolio's policy tells money in. */
    NUMERAIRE("numeraire", Map.of("numeraire", 1.0)),
    /** Units of an asset. */
    COINS("coins", Map.of("coins", 1.0)),
    TOKEN0("token0", Map.of("token0", 1.0)),
    TOKEN1("token1", Map.of("token1", 1.0)),
    PRICE("token1 per token0", Map.of("token1/token0", 1.0)),
    QUOTE("quote per base", Map.of("quote/base", 1.0)),
    SECONDS("seconds", Map.of()),
    SIGMAS("sigmas", Map.of("sigmas", 1.0)),
    COUNT("count", Map.of("positions", 1.0, "sources", 1.0)),
    RAW("raw", Map.of("raw", 1.0)),
    /** Yes is 1, no is 0: needs no threshold. */
    FLAG("flag", Map.of()),
    /** calm 1, volatile 2, extreme 3. */
    REGIME("regime", Map.of());

    private static final double MILLIS = 1000;
    private static final Pattern FORM =
            Pattern.compile("([-+]?[0-9][0-9_,]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\\s*(.*)");
    private static final Map<String, Double> REGIMES = Map.of("calm", 1.0, "volatile", 2.0, "extreme", 3.0);

    private final String symbol;
    private final Map<String, Double> divisors;

    /** @param divisors  by what a number so marked is divided to be in the unit */
    Unit(String symbol, Map<String, Double> divisors) {
        this.symbol = symbol;
        this.divisors = divisors;
    }

    String symbol() {
        return symbol;
    }

    /** How to write it, for messages. */
    String howToWrite() {
        return switch (this) {
            case REGIME -> "calm, volatile or extreme";
            case SECONDS -> "a number and s, m, h or d";
            default ->
                "a number and "
                        + String.join(
                                " or ", divisors.keySet().stream().sorted().toList());
        };
    }

    /** Empty: it is not written in this unit. */
    Optional<Double> parse(String text) {
        String written = text.strip().toLowerCase(Locale.ROOT);
        if (this == SECONDS) {
            return Durations.millis(written).map(millis -> millis / MILLIS);
        }
        if (this == REGIME) {
            return Optional.ofNullable(REGIMES.get(written));
        }
        Matcher parts = FORM.matcher(written);
        if (!parts.matches() || !divisors.containsKey(parts.group(2))) {
            return Optional.empty();
        }
        double number = Double.parseDouble(parts.group(1).replace("_", "").replace(",", ""));
        return Optional.of(number / divisors.get(parts.group(2)));
    }
}
