/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.latency;

import io.ballast.benchmarks.kafka.Bench;
import io.ballast.benchmarks.kafka.CommittedReader;
import io.ballast.benchmarks.pipeline.Contestant;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.PriceTick;
import io.ballast.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * When the answer to each tick could be read, committed. An answer as of a later tick answers those before it too: a reader
 * knows then what they would have said. Mutable and single-threaded.
 */
public final class Arrivals implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final CommittedReader reader;
    private final ToIntFunction<byte[]> tickOf;
    private final int firstTick;
    private final long[] arrivedNanos;
    private int answered;
    private int answers;

    /**
     * Reads what is written from now on.
     *
     * @param ticks  how many are awaited
     */
    public Arrivals(Bench bench, Contestant contestant, String topic, PoolFeed feed, int firstTick, int ticks) {
        this.firstTick = firstTick;
        this.reader = new CommittedReader(bench, topic, true);
        this.tickOf = contestant == Contestant.PASS_THROUGH
                ? ofTick(new AvroDeserializer<>(PriceTick.class, bench.registry()), topic, feed)
                : ofRisk(new AvroDeserializer<>(PositionRisk.class, bench.registry()), topic, feed);
        arrivedNanos = new long[ticks];
    }

    private static ToIntFunction<byte[]> ofTick(AvroDeserializer<PriceTick> ticks, String topic, PoolFeed feed) {
        return bytes -> {
            PriceTick tick = ticks.deserialize(topic, bytes);
            return feed.lastTickAt(tick.getBlockNumber(), tick.getLogIndex());
        };
    }

    private static ToIntFunction<byte[]> ofRisk(AvroDeserializer<PositionRisk> risks, String topic, PoolFeed feed) {
        return bytes -> {
            PositionRisk risk = risks.deserialize(topic, bytes);
            return feed.lastTickAt(risk.getBlockNumber(), risk.getLogIndex());
        };
    }

    /** Takes what comes within a moment. */
    public void poll() {
        reader.poll(A_MOMENT).forEach(this::take);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        int index = tickOf.applyAsInt(record.value()) - firstTick;
        long now = System.nanoTime();
        if (index < answered || index >= arrivedNanos.length) {
            return;
        }
        answers++;
        while (answered <= index) {
            arrivedNanos[answered++] = now;
        }
    }

    /** How many ticks are answered: the first so many. */
    public int answered() {
        return answered;
    }

    /** How many ticks got an answer of their own. */
    public int answers() {
        return answers;
    }

    /** When a tick's answer could be read. */
    public long arrivedNanos(int tick) {
        return arrivedNanos[tick - firstTick];
    }

    @Override
    public void close() {
        reader.close();
    }
}
