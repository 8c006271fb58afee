/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All that the portfolios of a task hold, by {@code portfolio@pool_id}. Mutable and single-threaded. */
final class Holdings {

    private static final char BELOW = '/';

    private final SortedMap<String, Holding> byKey = new TreeMap<>();

    /** @return what was known before; null: nothing */
    Holding put(String key, Holding holding) {
        return byKey.put(key, holding);
    }

    /** @return what was known; null: nothing */
    Holding remove(String key) {
        return byKey.remove(key);
    }

    /** Of a portfolio and all below it, in the order of their keys. */
    List<Holding> of(String portfolio) {
        return byKey.values().stream()
                .filter(holding -> isIn(portfolio, holding.portfolio()))
                .toList();
    }

    Collection<Holding> all() {
        return byKey.values();
    }

    static boolean isIn(String portfolio, String path) {
        return path.equals(portfolio)
                || path.length() > portfolio.length()
                        && path.startsWith(portfolio)
                        && path.charAt(portfolio.length()) == BELOW;
    }
}
