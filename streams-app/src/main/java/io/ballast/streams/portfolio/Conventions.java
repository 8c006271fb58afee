/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a desk calls its assets and where their prices come from. Immutable.
 *
 * @param numeraire  what money is told in
 * @param names  an asset's name by what else it is called, in lower case
 * @param references  instrument that gives an asset's USD price
 * @param atPar  assets taken at one USD
 */
record Conventions(String numeraire, Map<String, String> names, Map<String, String> references, Set<String> atPar) {

    static final String USD = "USD";

    /** Nobody has said anything: USD, and every token by its own symbol. */
    static final Conventions NONE = new Conventions(USD, Map.of(), Map.of(), Set.of());

    Conventions {
        names = Map.copyOf(names);
        references = Map.copyOf(references);
        atPar = Set.copyOf(atPar);
    }

    /** The asset that something is called so. */
    String asset(String name) {
        return names.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    /**
     * The asset that a token is: by its address first, for anybody may call a token as he likes.
     *
     * @param symbol  null: not known
     * @param address  null: not known
     */
    String asset(String symbol, String address) {
        String byAddress = address == null ? null : names.get(address.toLowerCase(Locale.ROOT));
        if (byAddress != null) {
            return byAddress;
        }
        return symbol == null ? String.valueOf(address) : asset(symbol);
    }
}
