/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.latency;

import java.util.List;

/**
 * Latencies of one run, from the intended time of sending to the time that the committed answer could be read.
 *
 * @param profile  exact or latency: exactly once or at least once
 * @param perSecond  ticks sent
 * @param ticks  measured, after the warm-up
 * @param answeredByLater  of all ticks, as a part, those that had no answer of their own but that of a later tick
 */
public record LatencyRound(
        String title,
        String profile,
        int perSecond,
        int number,
        int ticks,
        double p50Ms,
        double p99Ms,
        double p999Ms,
        double maxMs,
        double answeredByLater,
        List<String> faults) {}
