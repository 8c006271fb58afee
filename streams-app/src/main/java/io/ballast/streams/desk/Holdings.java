/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that the portfolios of a task hold, by {@code portfolio@pool_id}. Mutable and single-threaded. */
final class Holdings {

    private static final char BELOW = '/';
    private static final char POOL = '@';

    private final TreeMap<String, Holding> byKey = new TreeMap<>();

    /** @return what was known before; null: nothing */
    Holding put(String key, Holding holding) {
        return byKey.put(key, holding);
    }

    /** @return what was known; null: nothing */
    Holding remove(String key) {
        return byKey.remove(key);
    }

    /** Of a portfolio and all below it, its own first. */
    List<Holding> of(String portfolio) {
        return Stream.concat(after(portfolio, POOL), after(portfolio, BELOW)).toList();
    }

    /** True if it holds something that is not only its children's. */
    boolean holdsItself(String portfolio) {
        return after(portfolio, POOL).findAny().isPresent();
    }

    /** Those whose key goes on like this. */
    private Stream<Holding> after(String portfolio, char next) {
        return byKey.subMap(portfolio + next, portfolio + (char) (next + 1)).values().stream();
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
