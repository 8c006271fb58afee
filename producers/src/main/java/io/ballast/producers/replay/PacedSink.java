/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.simulator.BlockPacer;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkException;
import io.ballast.producers.sink.ThrottledSink;
import io.ballast.schemas.catalogue.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Hands each block on when it is due by the time of its newest record. The first one that is really written is due at once: what
 * an earlier run has committed costs no time. A block that is earlier than the one before it is due at once, too.
 */
public final class PacedSink implements RecordSink {

    /** Before a wait of this length readers get what is there, and no transaction outlives its timeout during it. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(100);

    private final RecordSink sink;
    private final BlockPacer pacer;
    private final ThrottledSink.Pause pause;
    private boolean begun;

    /**
     * @param pacer  such as {@link io.ballast.producers.simulator.ClockPacer#fromFirstBlock}
     * @param pause  {@code Thread::sleep} but for tests
     */
    public PacedSink(RecordSink sink, BlockPacer pacer, ThrottledSink.Pause pause) {
        this.sink = sink;
        this.pacer = pacer;
        this.pause = pause;
    }

    @Override
    public int write(RecordBlock block) {
        Optional<Instant> time = time(block);
        if (begun) {
            time.ifPresent(due -> await(pacer.untilDue(due)));
            return sink.write(block);
        }
        int written = sink.write(block);
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

    private void await(Duration untilDue) {
        if (untilDue.isNegative() || untilDue.isZero()) {
            return;
        }
        if (untilDue.compareTo(LONG_PAUSE) >= 0) {
            sink.flush();
        }
        try {
            pause.of(untilDue);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SinkException("interrupted while keeping the pace", e);
        }
    }

    @Override
    public void flush() {
        sink.flush();
    }

    @Override
    public void finish() {
        sink.finish();
    }

    @Override
    public void close() {
        sink.close();
    }
}
