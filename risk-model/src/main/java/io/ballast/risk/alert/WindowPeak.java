/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The greatest value of a figure over a window of event time that moves along, and how far the figure has fallen from it. The window is
 * as long as asked for, or longer by up to a sixtieth: values are remembered by parts of it. Until a window is over, the reference is
 * what was seen so far. Mutable and single-threaded.
 */
public final class WindowPeak {

    private static final int PARTS = 60;

    /**
     * What is remembered of a part of the window.
     *
     * @param sinceMs  where it begins
     * @param greatest  greatest value seen in it
     */
    public record Part(long sinceMs, double greatest) {}

    private final long windowMs;
    private final long partMs;
    /** Oldest first, each greater than those after it: a part that a later one exceeds counts no more. */
    private final Deque<Part> parts = new ArrayDeque<>();

    /**
     * @param windowMs  positive
     * @param remembered  of an earlier life, as {@link #parts} gave them
     * @throws IllegalArgumentException if the window is not positive
     */
    public WindowPeak(long windowMs, List<Part> remembered) {
        if (windowMs <= 0) {
            throw new IllegalArgumentException("a window must be positive, but is " + windowMs + " ms");
        }
        this.windowMs = windowMs;
        partMs = Math.max(1, windowMs / PARTS);
        parts.addAll(remembered);
    }

    /**
     * Takes a value in.
     *
     * @param timeMs  one before the latest counts as of that
     * @param value  not negative
     * @return how far it is below the greatest of the window, as a part of that: 0 to 1; 0 if that is 0
     */
    public double dropTo(long timeMs, double value) {
        long sinceMs = Math.floorDiv(timeMs, partMs) * partMs;
        long latestMs =
                parts.isEmpty() ? sinceMs : Math.max(sinceMs, parts.getLast().sinceMs());
        while (!parts.isEmpty() && parts.getFirst().sinceMs() + partMs <= timeMs - windowMs) {
            parts.removeFirst();
        }
        while (!parts.isEmpty() && parts.getLast().greatest() <= value) {
            parts.removeLast();
        }
        if (parts.isEmpty() || parts.getLast().sinceMs() < latestMs) {
            parts.addLast(new Part(latestMs, value));
        }
        double greatest = parts.getFirst().greatest();
        return greatest <= 0 ? 0 : 1 - value / greatest;
    }

    /** To be remembered. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }
}
