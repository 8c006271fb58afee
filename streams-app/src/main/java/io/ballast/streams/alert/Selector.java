/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import java.util.Locale;

/**
 * Which subjects a rule is about; null: whatever it is. All of what is given must fit.
 *
 * @param id  key of the record
 * @param owner  of a position, lower case
 * @param portfolio  path of a portfolio; those below it are meant too
 */
record Selector(String id, String poolId, String owner, String portfolio) {

    static final Selector EVERYTHING = new Selector(null, null, null, null);

    Selector {
        id = lowerCase(id);
        poolId = lowerCase(poolId);
        owner = lowerCase(owner);
    }

    /** Addresses may be in any case. */
    static String lowerCase(String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** @param subject  in {@linkplain Subject#lowerCase lower case} */
    boolean fits(Subject subject) {
        return (id == null || id.equals(subject.id()))
                && (poolId == null || poolId.equals(subject.poolId()))
                && (owner == null || owner.equals(subject.owner()))
                && (portfolio == null || subject.portfolio() != null && isIn(subject.portfolio()));
    }

    private boolean isIn(String path) {
        return path.startsWith(portfolio)
                && (path.length() == portfolio.length() || path.charAt(portfolio.length()) == '/');
    }
}
