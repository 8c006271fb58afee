/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.producers.records.DeadLetters;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.simulator.ClockPacer;
import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.PartlyCommittedSink;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkException;
import io.ballast.producers.waiting.WakeablePause;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class PacedSinkTest {

    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private final MemorySink memory = new MemorySink();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void timePassesAsItDid() {
        PacedSink sink = sink(memory, 1);

        sink.write(block(0));
        sink.write(block(1_500));
        sink.write(block(1_600));

        assertThat(pauses).containsExactly(Duration.ofMillis(1_500), Duration.ofMillis(100));
        assertThat(memory.blocks()).hasSize(3);
    }

    @Test
    void timePassesTenTimesAsFast() {
        PacedSink sink = sink(memory, 10);

        sink.write(block(0));
        sink.write(block(60_000));

        assertThat(pauses).containsExactly(Duration.ofSeconds(6));
    }

    @Test
    void whoIsLateCatchesUp() {
        PacedSink sink = sink(memory, 1);
        sink.write(block(0));
        now = now.plusSeconds(10);

        sink.write(block(4_000));
        sink.write(block(9_000));
        sink.write(block(11_000));

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void whatIsEarlierThanTheBlockBeforeIsDueAtOnce() {
        PacedSink sink = sink(memory, 1);

        sink.write(block(5_000));
        sink.write(block(1_000));

        assertThat(pauses).isEmpty();
    }

    @Test
    void whatAnEarlierRunHasCommittedCostsNoTime() {
        PacedSink sink = sink(new PartlyCommittedSink(2, memory), 1);

        sink.write(block(0));
        sink.write(block(60_000));
        sink.write(block(120_000));
        sink.write(block(121_000));

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
        assertThat(memory.blocks()).hasSize(2);
    }

    @Test
    void deadLettersHaveNoTime() {
        PacedSink sink = sink(memory, 1);

        sink.write(letter());
        sink.write(block(0));
        sink.write(letter());
        sink.write(block(1_000));

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
        assertThat(memory.blocks()).hasSize(4);
    }

    @Test
    void anInterruptEndsIt() {
        PacedSink sink = new PacedSink(memory, ClockPacer.fromFirstBlock(1, () -> now), new WakeablePause());
        sink.write(block(0));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> sink.write(block(1_000)))
                .isInstanceOf(SinkException.class)
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private PacedSink sink(RecordSink sink, double speed) {
        return new PacedSink(sink, ClockPacer.fromFirstBlock(speed, () -> now), pause -> {
            pauses.add(pause);
            now = now.plus(pause);
            return true;
        });
    }

    private static RecordBlock block(long ms) {
        Instant time = START.plusMillis(ms);
        PriceTick tick = PriceTick.newBuilder()
                .setInstrumentId("coinbase:ETH-USD")
                .setKind(PriceTickKind.TRADE)
                .setPrice(1.0)
                .setBlockNumber(0)
                .setLogIndex(0)
                .setEventTime(time)
                .build();
        return new RecordBlock(
                ms,
                Optional.empty(),
                List.of(new OutgoingRecord(Topic.PRICE_TICKS, "coinbase:ETH-USD", tick, time.toEpochMilli())));
    }

    private static RecordBlock letter() {
        SourceLine line = new SourceLine("a.csv", 1, new byte[0], true);
        return new RecordBlock(
                0,
                Optional.empty(),
                List.of(new OutgoingRecord(
                        Topic.DEAD_LETTERS,
                        "a.csv",
                        DeadLetters.of(line, new IllegalStateException("broken"))
                                .build(),
                        0)));
    }
}
