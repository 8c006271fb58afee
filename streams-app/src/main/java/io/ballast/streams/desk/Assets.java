/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schema.CurveToken;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * Which tokens stand for which coin, and which for a dollar. A symbol is what a producer's token list says; where anybody may put a
 * pool on the list, name tokens by address. Immutable.
 */
public final class Assets {

    private static final String AT_PAR = "par:USD";
    private static final char IS = '=';

    private final Map<String, String> aliases;
    private final Set<String> dollars;

    private Assets(Map<String, String> aliases, Set<String> dollars) {
        this.aliases = Map.copyOf(aliases);
        this.dollars = Set.copyOf(dollars);
    }

    /**
     * @param aliases  such as {@code WETH=ETH}: symbols or addresses
     * @param dollars  symbols or addresses
     */
    static Assets of(String setting, List<String> aliases, List<String> dollars) {
        Map<String, String> byToken = new HashMap<>();
        for (String alias : aliases) {
            int is = alias.indexOf(IS);
            if (is <= 0 || is == alias.length() - 1) {
                throw new ConfigException(setting, alias, "is not of the form token=coin, such as WETH=ETH");
            }
            byToken.put(key(alias.substring(0, is)), alias.substring(is + 1).strip());
        }
        return new Assets(byToken, dollars.stream().map(Assets::key).collect(Collectors.toSet()));
    }

    /** The coin that something called so stands for, else itself. */
    String asset(String name) {
        return aliases.getOrDefault(key(name), name);
    }

    /** True if something called so is worth a dollar while it keeps its peg. */
    boolean isDollar(String name) {
        return dollars.contains(key(name));
    }

    /** The coin that a token stands for, else its symbol, else its address. */
    String asset(CurveToken token) {
        String byAddress = aliases.get(key(token.getAddress()));
        if (byAddress != null) {
            return byAddress;
        }
        String symbol = token.getSymbol();
        return symbol == null ? token.getAddress() : aliases.getOrDefault(key(symbol), symbol);
    }

    /** True if the token is worth a dollar while it keeps its peg. */
    boolean isDollar(CurveToken token) {
        return AT_PAR.equals(token.getPriceSource())
                || dollars.contains(key(token.getAddress()))
                || token.getSymbol() != null && dollars.contains(key(token.getSymbol()));
    }

    private static String key(String token) {
        return token.strip().toUpperCase(Locale.ROOT);
    }
}
