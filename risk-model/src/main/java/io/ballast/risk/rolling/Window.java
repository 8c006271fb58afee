/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

/**
 * A stretch of event time that ends now, over which losses are reported.
 *
 * <p>Its start moves in steps of a sixtieth of its length: it is the last point of that grid (counted from 1970) at or
 * before now less the length. A reported window is therefore at least its length long, and less than a sixtieth longer.
 *
 * @param name  as published, such as {@code 24h}
 * @param lengthMs  a positive multiple of 60 ms
 */
public record Window(String name, long lengthMs) {

    /** Grid steps in a window. */
    public static final int STEPS = 60;

    public Window {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a window of " + lengthMs + " ms has no name");
        }
        if (lengthMs <= 0 || lengthMs % STEPS != 0) {
            throw new IllegalArgumentException(
                    "window " + name + " has a length of " + lengthMs + " ms: it must be a positive multiple of 60 ms");
        }
    }

    /** Distance of two neighbouring starts. */
    public long stepMs() {
        return lengthMs / STEPS;
    }

    /** Where the window that ends at this time starts; what happened at that very time lies before the window. */
    public long startAt(long nowMs) {
        return Math.floorDiv(nowMs - lengthMs, stepMs()) * stepMs();
    }

    /**
     * Number of the grid cell a time lies in. A cell ends with its grid point and leaves the one before out, so a start
     * at grid point k has cells up to k behind it and those from k + 1 inside the window.
     */
    long cellOf(long timeMs) {
        return -Math.floorDiv(-timeMs, stepMs());
    }
}
