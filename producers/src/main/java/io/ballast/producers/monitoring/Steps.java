/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.monitoring;

import io.ballast.monitoring.Reading;
import io.ballast.monitoring.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Remembers when a producer's last step was: one that makes none for a minute stands still. Thread-safe. */
final class Steps {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double MILLIS_PER_S = 1e3;

    private final InstantSource clock;
    private volatile Instant last;

    Steps(InstantSource clock) {
        this.clock = clock;
    }

    void made() {
        last = clock.instant();
    }

    /** Why it does not do what it is there for; empty: it does. */
    Optional<String> standstill() {
        Instant step = last;
        if (step == null) {
            return Optional.of("it begins: no step is done yet");
        }
        Duration since = Duration.between(step, clock.instant());
        return since.compareTo(PATIENCE) > 0
                ? Optional.of("it stands still: no step for " + since.toSeconds() + " s")
                : Optional.empty();
    }

    List<Reading> readings() {
        Instant step = last;
        return step == null ? List.of() : List.of(Sample.of(ProducerMetric.LAST_STEP, seconds(step)));
    }

    /** Since 1970, as Prometheus has times. */
    static double seconds(Instant time) {
        return time.toEpochMilli() / MILLIS_PER_S;
    }
}
