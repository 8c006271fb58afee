/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class LagWatchTest {

    private Instant now = Instant.EPOCH;
    private boolean brokerAnswers = true;

    private final LagWatch watch = new LagWatch(this::ask, () -> now);

    @Test
    void shouldKnowNothing_beforeItHasLooked() {
        assertThat(watch.offsets()).isEmpty();
    }

    @Test
    void shouldKeepTheLastAnswerForAWhile_whenTheBrokerDoesNotTell() {
        watch.look();
        brokerAnswers = false;
        now = now.plusSeconds(29);
        watch.look();
        assertThat(watch.offsets()).hasValue(42);

        now = now.plusSeconds(1);
        assertThat(watch.offsets()).isEmpty();
    }

    private long ask() {
        if (!brokerAnswers) {
            throw new KafkaException("silence");
        }
        return 42;
    }
}
