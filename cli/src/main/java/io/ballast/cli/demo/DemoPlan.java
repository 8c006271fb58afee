/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.UsageError;
import io.ballast.producers.simulator.SimulationOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a demo is to be.
 *
 * @param duration  how long; empty: until the process is told to end
 * @param seed  of all randomness
 * @param positions  how many are open at any time
 */
record DemoPlan(Optional<Duration> duration, long seed, int positions) {
    DemoPlan {
        if (positions < SimulationOptions.LEAST_POSITIONS) {
            throw new UsageError("--positions " + positions + " is less than " + SimulationOptions.LEAST_POSITIONS
                    + ", one for each pool");
        }
    }

    SimulationOptions simulation(Instant start) {
        return SimulationOptions.demo(seed, start, positions);
    }

    /** What is left of it when so much has passed. */
    DemoPlan after(Duration elapsed) {
        return new DemoPlan(duration.map(limit -> limit.minus(elapsed)), seed, positions);
    }

    boolean isOver(Duration elapsed) {
        return duration.filter(limit -> elapsed.compareTo(limit) >= 0).isPresent();
    }
}
