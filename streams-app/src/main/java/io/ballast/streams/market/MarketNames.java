/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.market;

import io.ballast.streams.config.BallastConfig;
import io.ballast.streams.config.MarketKeys;
import io.ballast.streams.config.NamedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which pair an instrument is a source of: {@code coinbase:ETH-USD} of ETH-USD, and {@code binance:ETH-USDT} too as long as USDT
 * is taken at par. Immutable.
 *
 * @param overrides  pair by instrument; empty: none
 * @param aliases  assets that count as another
 * @param par  assets that are taken at one dollar
 * @param quotes  assets that prices may be in, those at par not among them
 * @param crosses  pairs that are priced by two others as well
 */
public record MarketNames(
        Map<String, String> overrides,
        Map<String, String> aliases,
        Set<String> par,
        Set<String> quotes,
        List<String> crosses) {

    static final String USD = "USD";

    /** What the id of a merged price begins with: {@code market:ETH-USD}. */
    public static final String MERGED = "market:";

    /** What the key begins with of ticks that are needed by all partitions, for what an asset at par is worth. */
    static final String PAR = "par:";

    private static final Pattern SYMBOL = Pattern.compile("([A-Z0-9.]+)[-/_]([A-Z0-9.]+)");

    public MarketNames {
        overrides = Map.copyOf(overrides);
        aliases = Map.copyOf(aliases);
        par = Set.copyOf(par);
        quotes = Set.copyOf(quotes);
        crosses = List.copyOf(crosses);
    }

    /** @throws ConfigException if a setting makes no sense */
    public static MarketNames of(BallastConfig config) {
        MarketNames names = new MarketNames(
                NamedValues.of(config, MarketKeys.INSTRUMENTS),
                NamedValues.of(config, MarketKeys.ALIASES),
                Set.copyOf(config.getList(MarketKeys.PAR)),
                Set.copyOf(config.getList(MarketKeys.QUOTES)),
                config.getList(MarketKeys.CROSSES));
        names.crosses.forEach(cross -> requirePair(MarketKeys.CROSSES, cross));
        names.overrides.values().stream()
                .filter(pair -> !pair.isEmpty())
                .forEach(pair -> requirePair(MarketKeys.INSTRUMENTS, pair));
        return names;
    }

    private static void requirePair(String key, String pair) {
        if (!pair.matches("[A-Z0-9.]+-[A-Z0-9.]+")) {
            throw new ConfigException(key, pair, "a pair is BASE-QUOTE, in capitals");
        }
    }

    /** What an instrument is a price of; nothing if it is no market of a pair, such as a perpetual. */
    public Optional<MarketInstrument> of(String instrumentId) {
        String override = overrides.get(instrumentId);
        if (override != null) {
            return override.isEmpty() ? Optional.empty() : Optional.of(new MarketInstrument(override, null));
        }
        String symbol = instrumentId.substring(instrumentId.indexOf(':') + 1).toUpperCase(Locale.ROOT);
        Matcher parts = SYMBOL.matcher(symbol);
        return parts.matches() ? pair(asset(parts.group(1)), asset(parts.group(2))) : Optional.empty();
    }

    private Optional<MarketInstrument> pair(String base, String quote) {
        if (base.equals(quote)) {
            return Optional.empty();
        } else if (par.contains(quote)) {
            return Optional.of(new MarketInstrument(base + "-" + USD, quote));
        }
        return quotes.contains(quote) ? Optional.of(new MarketInstrument(base + "-" + quote, null)) : Optional.empty();
    }

    /** An asset by the name that it counts under. */
    public String asset(String symbol) {
        String name = symbol.toUpperCase(Locale.ROOT);
        return aliases.getOrDefault(name, name);
    }

    /** True: the pair says whether an asset keeps its par. */
    boolean tellsPar(MarketInstrument instrument) {
        return instrument.isInUsd() && par.contains(instrument.base());
    }

    /** Keys of all that a price of this pair is needed for. */
    List<String> keys(MarketInstrument instrument) {
        List<String> keys = new ArrayList<>();
        keys.add(instrument.pair());
        for (String cross : crosses) {
            if (isLeg(instrument, new MarketInstrument(cross, null))) {
                keys.add(cross);
            }
        }
        if (tellsPar(instrument)) {
            keys.add(PAR + instrument.base());
        }
        return keys;
    }

    private static boolean isLeg(MarketInstrument instrument, MarketInstrument cross) {
        return instrument.isInUsd()
                && (instrument.base().equals(cross.base()) || instrument.base().equals(cross.quote()))
                && !instrument.pair().equals(cross.pair());
    }
}
