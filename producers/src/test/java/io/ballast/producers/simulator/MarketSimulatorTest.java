/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.sink.MemorySink;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.PartlyCommittedSink;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTickKind;
import io.ballast.schemas.catalogue.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MarketSimulatorTest {

    private static final SimulationOptions OPTIONS = Simulations.busy(42, 30);

    private final MemorySink memory = new MemorySink();

    @Test
    void shouldPaceTheBlocksOfTradingAndNotTheSetUp() {
        List<Instant> asked = new ArrayList<>();
        BlockPacer pacer = blockTime -> {
            asked.add(blockTime);
            return Duration.ofMillis(1);
        };

        new MarketSimulator(OPTIONS, memory, pacer).run(Simulations.endAfter(OPTIONS, 3));

        Instant start = OPTIONS.tradingStart();
        assertThat(asked)
                .containsExactly(
                        start.plusSeconds(2), start.plusSeconds(4), start.plusSeconds(6), start.plusSeconds(8));
    }

    @Test
    void shouldAskAgainWhileItWaits_whenThePacerIsControlled() {
        AtomicInteger asked = new AtomicInteger();
        BlockPacer pausedFirst = new BlockPacer() {
            @Override
            public Duration untilDue(Instant blockTime) {
                return asked.incrementAndGet() == 1 ? Duration.ofDays(1) : Duration.ZERO;
            }

            @Override
            public boolean isControlled() {
                return true;
            }
        };

        new MarketSimulator(OPTIONS, memory, pausedFirst).run(Simulations.endAfter(OPTIONS, 3));

        assertThat(memory.records()).isEqualTo(Simulations.run(OPTIONS, 3).records());
    }

    @Test
    void shouldWriteTheSameHoweverItIsPaced() {
        new MarketSimulator(OPTIONS, memory, blockTime -> Duration.ofMillis(1)).run(Simulations.endAfter(OPTIONS, 20));

        assertThat(memory.records()).isEqualTo(Simulations.run(OPTIONS, 20).records());
    }

    @Test
    void shouldGoOnAfterWhatAnEarlierRunHasCommitted() {
        List<RecordBlock> all = Simulations.run(OPTIONS, 20).blocks();
        List<RecordBlock> earlier = all.subList(0, 15);
        List<Instant> asked = new ArrayList<>();
        RecordSink sink = new PartlyCommittedSink(earlier.size(), memory);

        SimulationProgress progress = new MarketSimulator(OPTIONS, sink, blockTime -> {
                    asked.add(blockTime);
                    return Duration.ZERO;
                })
                .run(Simulations.endAfter(OPTIONS, 20));

        assertThat(memory.blocks()).isEqualTo(all.subList(15, all.size()));
        assertThat(asked).hasSize(all.size() - 15);
        assertThat(progress.blocks()).isEqualTo(all.size() - 15);
        assertThat(progress.blockNumber()).isEqualTo(all.size());
    }

    @Test
    void shouldStopBetweenTwoBlocksWhenAskedTo() {
        MarketSimulator simulator = new MarketSimulator(OPTIONS, memory, blockTime -> Duration.ofHours(1));
        CompletableFuture<SimulationProgress> run = CompletableFuture.supplyAsync(simulator::run);
        Awaitility.await().until(() -> simulator.progress().trading());

        simulator.stop();

        assertThat(run).succeedsWithin(Duration.ofSeconds(10));
        assertThat(memory.blocks()).hasSize((int) run.join().blocks());
        assertThat(memory.finished()).isFalse();
    }

    @Test
    void shouldEndWhenInterruptedAndLeaveTheInterruptionSet() throws Exception {
        MarketSimulator simulator = new MarketSimulator(OPTIONS, memory, blockTime -> Duration.ofHours(1));
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            simulator.run();
            stillInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        Awaitility.await().until(() -> simulator.progress().trading());

        thread.interrupt();

        assertThat(stillInterrupted.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldCountWhatItWrites() {
        SimulationProgress progress =
                new MarketSimulator(OPTIONS, memory, BlockPacer.UNPACED).run(Simulations.endAfter(OPTIONS, 40));

        List<OutgoingRecord> ticks = memory.records(Topic.PRICE_TICKS);
        long poolTicks = ticks.stream().filter(MarketSimulatorTest::isOfAPool).count();
        assertThat(progress.records()).isEqualTo(memory.records().size());
        assertThat(progress.blocks()).isEqualTo(memory.blocks().size());
        assertThat(progress.poolTicks()).isEqualTo(poolTicks).isPositive();
        assertThat(progress.marketTicks()).isEqualTo(ticks.size() - poolTicks).isPositive();
        assertThat(progress.ticks()).isEqualTo(ticks.size());
        assertThat(progress.positionEvents())
                .isEqualTo(memory.values(Topic.POSITION_EVENTS, PositionEvent.class)
                        .size());
        assertThat(progress.openPositions()).isEqualTo(30);
        assertThat(progress.blockTime()).isEqualTo(Simulations.endAfter(OPTIONS, 40));
    }

    @Test
    void shouldMakeWhatIsWrittenVisibleBeforeItWaitsAndWhenItEnds() {
        List<String> calls = new ArrayList<>();
        RecordSink sink = new RecordSink() {
            @Override
            public int write(RecordBlock block) {
                calls.add("write");
                return block.records().size();
            }

            @Override
            public void flush() {
                calls.add("flush");
            }

            @Override
            public void finish() {
                calls.add("finish");
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };

        new MarketSimulator(OPTIONS, sink, blockTime -> Duration.ofMillis(1)).run(Simulations.endAfter(OPTIONS, 1));

        assertThat(calls).containsExactly("write", "write", "flush", "write", "flush", "flush");
    }

    private static boolean isOfAPool(OutgoingRecord sent) {
        Object kind = sent.value().get(sent.value().getSchema().getField("kind").pos());
        return kind == PriceTickKind.SWAP || kind == PriceTickKind.SYNC;
    }
}
