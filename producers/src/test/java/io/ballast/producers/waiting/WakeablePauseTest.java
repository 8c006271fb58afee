/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class WakeablePauseTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final long PATIENCE_S = 20;

    private final WakeablePause pause = new WakeablePause();

    private CompletableFuture<Boolean> waiting() {
        return CompletableFuture.supplyAsync(() -> pause.of(LONG));
    }

    @Test
    void endsWhenTheTimeIsOver() {
        assertThat(pause.of(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void endsWhenItIsWoken() throws Exception {
        CompletableFuture<Boolean> waiting = waiting();
        pause.wake();

        assertThat(waiting.get(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void manyCallsBeforeEndOneWait() {
        pause.wake();
        pause.wake();
        assertThat(pause.of(LONG)).isTrue();

        assertThatThrownBy(() -> waiting().get(10, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        pause.stop();
    }

    @Test
    void onceStoppedItNeverWaits() throws Exception {
        CompletableFuture<Boolean> waiting = waiting();
        pause.stop();

        assertThat(waiting.get(PATIENCE_S, TimeUnit.SECONDS)).isFalse();
        assertThat(pause.of(LONG)).isFalse();
    }
}
