/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.simulator.BlockPacer;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.WaitingSink;
import io.ballast.producers.waiting.Pause;
import io.ballast.schemas.catalogue.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Hands each block on when it is due by the time of its newest record. The first one that is really written is due at once: what
 * an earlier run has committed costs no time. A block that is earlier than the one before it is due at once, too.
 */
public final class PacedSink extends WaitingSink {

    private final BlockPacer pacer;
    private boolean begun;

    /** @param pacer  such as {@link io.ballast.producers.simulator.ClockPacer#fromFirstBlock} */
    public PacedSink(RecordSink sink, BlockPacer pacer, Pause pause) {
        super(sink, pause);
        this.pacer = pacer;
    }

    @Override
    public int write(RecordBlock block) {
        Optional<Instant> time = time(block);
        if (begun) {
            time.ifPresent(this::awaitDue);
            return super.write(block);
        }
        int written = super.write(block);
        begun = written > 0 && time.isPresent();
        if (begun) {
            pacer.untilDue(time.orElseThrow());
        }
        return written;
    }

    /** Dead letters have no time of their own. */
    private static Optional<Instant> time(RecordBlock block) {
        return block.records().stream()
                .filter(sent -> sent.topic() != Topic.DEAD_LETTERS)
                .map(sent -> Instant.ofEpochMilli(sent.timestampMs()))
                .max(Comparator.naturalOrder());
    }

    private void awaitDue(Instant due) {
        Duration wait = pacer.untilDue(due);
        if (wait.compareTo(Duration.ZERO) > 0) {
            await(wait, "keeping the pace");
        }
    }
}
