/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.security;

import java.util.List;

/**
 * Which portfolios somebody sees: those whose path is one of the prefixes or goes on below it. Who sees all also sees what belongs
 * to no portfolio.
 *
 * @param all  true: everything
 * @param prefixes  paths such as desk-a/eth, without a slash at the end
 */
public record Entitlement(boolean all, List<String> prefixes) {
    /** In files: all portfolios. */
    public static final String EVERYTHING = "*";

    public Entitlement {
        prefixes = List.copyOf(prefixes);
    }

    public static Entitlement everything() {
        return new Entitlement(true, List.of());
    }

    /** @param paths  {@value #EVERYTHING} for all */
    public static Entitlement of(List<String> paths) {
        return paths.contains(EVERYTHING) ? everything() : new Entitlement(false, paths);
    }

    /** @param portfolio  null or empty: none */
    public boolean allows(String portfolio) {
        if (all) {
            return true;
        }
        return portfolio != null && prefixes.stream().anyMatch(prefix -> isWithin(portfolio, prefix));
    }

    private static boolean isWithin(String portfolio, String prefix) {
        return portfolio.equals(prefix) || portfolio.startsWith(prefix + "/");
    }
}
