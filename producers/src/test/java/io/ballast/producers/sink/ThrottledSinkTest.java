/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import static io.ballast.producers.sink.Samples.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.waiting.WakeablePause;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ThrottledSinkTest {

    private long nanos;
    private final MemorySink memory = new MemorySink();

    private ThrottledSink sink(double recordsPerSecond) {
        return new ThrottledSink(memory, new Throttle(recordsPerSecond, () -> nanos), pause -> {
            nanos += pause.toNanos();
            return true;
        });
    }

    @Test
    void holdsTheRateOverManyBlocks() {
        ThrottledSink sink = sink(50);
        for (int number = 0; number < 100; number++) {
            sink.write(block(number, 5));
        }

        assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofMillis(9_900), Duration.ofMillis(10_000));
        assertThat(memory.records()).hasSize(500);
    }

    @Test
    void holdsARateOfManySmallBlocks() {
        ThrottledSink sink = sink(10_000);
        for (int number = 0; number < 20_000; number++) {
            sink.write(block(number, 1));
        }

        assertThat(Duration.ofNanos(nanos)).isBetween(Duration.ofMillis(1_990), Duration.ofMillis(2_000));
    }

    @Test
    void aPauseOfTheSourceIsNotMadeUpFor() {
        ThrottledSink sink = sink(10);
        sink.write(block(1, 1));
        nanos += Duration.ofSeconds(60).toNanos();
        long before = nanos;
        sink.write(block(2, 10));

        assertThat(Duration.ofNanos(nanos - before)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anInterruptEndsIt() {
        ThrottledSink sink = new ThrottledSink(memory, new Throttle(1, () -> 0), new WakeablePause());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sink.write(block(1, 10)))
                .isInstanceOf(SinkException.class)
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new Throttle(0, () -> 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Throttle(Double.NaN, () -> 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
