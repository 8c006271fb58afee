/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets simulated time pass in step with a clock, or some times faster. Single-threaded. */
public final class ClockPacer implements BlockPacer {

    private final double speed;
    private final InstantSource clock;
    private Instant simulatedAnchor;
    private Instant clockAnchor;

    private ClockPacer(double speed, InstantSource clock, Instant simulatedAnchor, Instant clockAnchor) {
        if (!(speed > 0 && speed <= 1e6)) {
            throw new IllegalArgumentException("speed " + speed + " is not above 0 and at most a million");
        }
        this.speed = speed;
        this.clock = clock;
        this.simulatedAnchor = simulatedAnchor;
        this.clockAnchor = clockAnchor;
    }

    /**
     * Simulated time is real time, times the speed, since the start of trading. After a pause the simulation catches up.
     *
     * @param tradingStart  when trading starts, in both times
     * @param speed  1: real time
     */
    public static ClockPacer live(Instant tradingStart, double speed, InstantSource clock) {
        return new ClockPacer(speed, clock, tradingStart, tradingStart);
    }

    /** Keeps the pace from the first block it is asked about; when that is in simulated time does not matter. */
    public static ClockPacer fromFirstBlock(double speed, InstantSource clock) {
        return new ClockPacer(speed, clock, null, null);
    }

    @Override
    public Duration untilDue(Instant blockTime) {
        Instant now = clock.instant();
        if (simulatedAnchor == null) {
            simulatedAnchor = blockTime;
            clockAnchor = now;
        }
        double simulatedNanos = Duration.between(simulatedAnchor, blockTime).toNanos();
        Instant due = clockAnchor.plusNanos((long) (simulatedNanos / speed));
        return Duration.between(now, due);
    }
}
