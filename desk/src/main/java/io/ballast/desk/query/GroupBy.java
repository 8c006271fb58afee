/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import java.util.Arrays;
import java.util.Locale;

/** What positions are summed by. */
public enum GroupBy {
    /** All in one. */
    ALL,
    POOL,
    PORTFOLIO,
    /** The first part of the portfolio's path. */
    DESK,
    OWNER,
    STATE,
    KIND,
    /** The protocol, the first part of the pool's id. */
    VENUE,
    /** The chain's id, the second part of the pool's id. */
    CHAIN;

    /** @throws QueryException if there is none of that name */
    public static GroupBy named(String name) {
        return Arrays.stream(values())
                .filter(by -> by.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new QueryException("cannot group by " + name + "; there are "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field by whose words rows fall into groups; several words may make one group. */
    TextField field() {
        return switch (this) {
            case ALL, STATE -> TextField.STATE;
            case POOL, VENUE, CHAIN -> TextField.POOL;
            case PORTFOLIO, DESK -> TextField.PORTFOLIO;
            case OWNER -> TextField.OWNER;
            case KIND -> TextField.KIND;
        };
    }

    /** The group of a word; empty: of none. */
    String group(String word) {
        return switch (this) {
            case ALL -> "all";
            case DESK -> part(word, "/", 0);
            case VENUE -> part(word, ":", 0);
            case CHAIN -> part(word, ":", 1);
            default -> word;
        };
    }

    /** What a screen calls the group. */
    String title(String group, Pools pools) {
        return this == POOL ? pools.get(group).title() : group;
    }

    String of(PositionRows rows, int row) {
        return group(rows.text(field(), row));
    }

    private static String part(String word, String separator, int index) {
        String[] parts = word.split(separator);
        return index < parts.length ? parts[index] : "";
    }
}
