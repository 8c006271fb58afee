/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a counter has grown over the last ten seconds. One thread. */
final class Meter {
    private static final double WINDOW_SECONDS = 10;

    private record Reading(double seconds, long count) {}

    private final Deque<Reading> readings = new ArrayDeque<>();

    /** Takes the counter's state and gives its growth per second since up to ten seconds ago; 0 at first. */
    double rate(double seconds, long count) {
        readings.addLast(new Reading(seconds, count));
        while (readings.size() > 2 && seconds - readings.getFirst().seconds() > WINDOW_SECONDS) {
            readings.removeFirst();
        }
        Reading first = readings.getFirst();
        double elapsed = seconds - first.seconds();
        return elapsed <= 0 ? 0 : (count - first.count()) / elapsed;
    }
}
