/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.PositionRows;

/** Tells by an order's first key alone, and without an object, that a row comes after the last of a full page. */
final class FirstKey {
    private final Ordering.Key key;
    private double last = Double.NaN;

    FirstKey(Ordering ordering) {
        Ordering.Key first = ordering.keys().isEmpty() ? null : ordering.keys().get(0);
        this.key = first != null && first.figure() != null ? first : null;
    }

    /** What is last on the page now. */
    void last(Place place) {
        if (key != null) {
            Object value = place.values().get(0);
            last = value == null ? Double.NaN : (Double) value;
        }
    }

    /** False where the first key cannot tell. */
    boolean isBehind(PositionRows rows, int row) {
        if (key == null || Double.isNaN(last)) {
            return false;
        }
        double value = rows.figure(key.figure(), row);
        double compared = key.absolute() ? Math.abs(value) : value;
        return Double.isNaN(compared) || (key.descending() ? compared < last : compared > last);
    }
}
