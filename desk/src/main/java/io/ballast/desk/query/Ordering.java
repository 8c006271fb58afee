/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Figure;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import java.util.ArrayList;
import java.util.List;

/**
 * An order of positions: by some keys one after the other, and at last by id, so that no two are equal. What is not known comes
 * last either way.
 *
 * @param keys  the first counts most
 */
public record Ordering(List<Key> keys) {
    private static final String ABSOLUTE = "abs:";

    /**
     * One key.
     *
     * @param figure  null: field is the key
     * @param field  null: figure is the key
     * @param absolute  sizes without sign; figures only
     */
    public record Key(Figure figure, TextField field, boolean absolute, boolean descending) {
        /** What rows are compared by: a Double, not NaN, or a String; null: not known. */
        Object of(PositionRows rows, int row) {
            if (field != null) {
                String text = rows.text(field, row);
                return text.isEmpty() ? null : text;
            }
            double value = rows.figure(figure, row);
            return Double.isNaN(value) ? null : (Object) (absolute ? Math.abs(value) : value);
        }

        int compare(Object one, Object other) {
            if (one == null || other == null) {
                return one == other ? 0 : one == null ? 1 : -1;
            }
            int ascending = field == null
                    ? Double.compare((Double) one, (Double) other)
                    : ((String) one).compareTo((String) other);
            return descending ? -ascending : ascending;
        }
    }

    public Ordering {
        keys = List.copyOf(keys);
    }

    /**
     * @param text  names of figures or fields with commas, such as {@code -abs:il_usd,pool}; a minus: the largest first
     * @throws QueryException if there is no such figure
     */
    public static Ordering of(String text) {
        List<Key> keys = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                keys.add(key(part.strip()));
            }
        }
        return new Ordering(keys);
    }

    private static Key key(String part) {
        boolean descending = part.startsWith("-");
        String name = descending ? part.substring(1) : part;
        boolean absolute = name.startsWith(ABSOLUTE);
        String plain = absolute ? name.substring(ABSOLUTE.length()) : name;
        Figure figure = Figure.named(plain).orElse(null);
        TextField field = figure == null && !absolute ? TextField.named(plain).orElse(null) : null;
        if (figure == null && field == null) {
            throw new QueryException("cannot sort by " + part + ": there is no such figure or field");
        }
        return new Key(figure, field, absolute, descending);
    }

    /** Where a row stands. */
    Place place(PositionRows rows, int row) {
        List<Object> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(key.of(rows, row)));
        return new Place(values, rows.id(row));
    }

    int compare(Place one, Place other) {
        for (int key = 0; key < keys.size(); key++) {
            int order =
                    keys.get(key).compare(one.values().get(key), other.values().get(key));
            if (order != 0) {
                return order;
            }
        }
        return one.id().compareTo(other.id());
    }
}
