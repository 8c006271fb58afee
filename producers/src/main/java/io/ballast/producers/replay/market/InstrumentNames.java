/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What instruments are called: as exchange feeds call them, unless it is said. Spot pairs that an exchange writes as one word are
 * taken apart, ETHUSDT becomes {@code binance:ETH-USDT}; of its futures {@code binance:ETHUSDT} is the perpetual.
 *
 * @param bySymbol  ids that are said, by the source's symbol
 * @param ofAll  the id of all that {@code bySymbol} does not name
 */
public record InstrumentNames(Map<String, String> bySymbol, Optional<String> ofAll) {

    private static final Pattern ID = Pattern.compile("[^:=\\s]+:[^=\\s]+");

    /** Assets that spot pairs end in; the longest that fits is meant. */
    private static final List<String> QUOTES = Stream.of(
                    "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "USD", "DAI", "EUR", "GBP", "TRY", "BRL", "JPY", "BTC",
                    "ETH", "BNB")
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    public InstrumentNames {
        bySymbol = Collections.unmodifiableMap(new TreeMap<>(bySymbol));
    }

    /** None is said. */
    public static InstrumentNames usual() {
        return new InstrumentNames(Map.of(), Optional.empty());
    }

    /**
     * Reads what a user says.
     *
     * @param words  each {@code SYMBOL=venue:name}, or {@code venue:name} for all
     * @throws IllegalArgumentException if one is neither, or names are said twice
     */
    public static InstrumentNames parse(List<String> words) {
        Map<String, String> bySymbol = new TreeMap<>();
        Optional<String> ofAll = Optional.empty();
        for (String word : words) {
            int equals = word.indexOf('=');
            String id = word.substring(equals + 1);
            if (!ID.matcher(id).matches() || equals == 0) {
                throw new IllegalArgumentException(
                        "[" + word + "] is neither venue:name such as binance:ETH-USDT nor SYMBOL=venue:name");
            }
            boolean twice = equals > 0 ? bySymbol.put(word.substring(0, equals), id) != null : ofAll.isPresent();
            if (twice) {
                throw new IllegalArgumentException("[" + word + "]: there is another name for the same");
            }
            ofAll = equals > 0 ? ofAll : Optional.of(id);
        }
        return new InstrumentNames(bySymbol, ofAll);
    }

    /**
     * The id of an instrument.
     *
     * @param exchange  as Tardis calls the market
     * @param symbol  as the exchange calls the instrument
     * @return empty if the symbol is a spot pair of which nobody can tell where the base ends
     */
    Optional<String> id(String exchange, String symbol) {
        return said(symbol).or(() -> switch (exchange) {
            case "binance" -> pair(symbol).map(pair -> "binance:" + pair);
            case "bybit-spot" -> pair(symbol).map(pair -> "bybit:" + pair);
            case "binance-futures", "binance-delivery" -> Optional.of("binance:" + symbol);
            case "bybit-options" -> Optional.of("bybit:" + symbol);
            default -> Optional.of(exchange + ":" + symbol);
        });
    }

    /** The id that is said. */
    Optional<String> said(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol)).or(() -> ofAll);
    }

    private static Optional<String> pair(String symbol) {
        return QUOTES.stream()
                .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
                .findFirst()
                .map(quote -> symbol.substring(0, symbol.length() - quote.length()) + "-" + quote);
    }

    /** What to throw where a file or a line does not say it. */
    static String howToSay(String symbol) {
        return "say whose prices they are with --instrument " + symbol + "=venue:name, such as"
                + " --instrument ETHUSDT=binance:ETH-USDT";
    }
}
