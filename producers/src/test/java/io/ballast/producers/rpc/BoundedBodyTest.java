/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private static final int LIMIT = 10;

    private final BoundedBody body = new BoundedBody(LIMIT);
    private boolean cancelled;

    private void given(int... chunks) {
        body.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long chunks) {
                // All that come.
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
        for (int chunk : chunks) {
            body.onNext(List.of(ByteBuffer.allocate(chunk)));
        }
    }

    @Test
    void anAnswerMayBeAsLongAsTheLimit() {
        given(4, 6);
        body.onComplete();

        assertThat(body.getBody().toCompletableFuture().join()).hasSize(LIMIT);
        assertThat(cancelled).isFalse();
    }

    @Test
    void aLongerOneIsBrokenOffBeforeItIsKept() {
        given(4, 7);

        assertThat(cancelled).isTrue();
        assertThatThrownBy(() -> body.getBody().toCompletableFuture().join())
                .hasCauseInstanceOf(BoundedBody.TooLong.class)
                .hasMessageContaining("longer than 10 bytes");
    }
}
