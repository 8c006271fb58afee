/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.kafka;

import io.ballast.benchmarks.oracle.Claim;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.schema.PositionRisk;
import io.ballast.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows a topic of position risks: counts the records and remembers the newest one of each position of a sample, undecoded.
 * Mutable and single-threaded.
 */
public final class RiskTail implements AutoCloseable {

    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final Bench bench;
    private final TopicPartition partition;
    private final Set<String> wanted;
    private final CommittedReader reader;
    private final AvroDeserializer<PositionRisk> deserializer;
    private final Map<String, byte[]> last = new LinkedHashMap<>();
    private long seen;

    public RiskTail(Bench bench, String topic, Collection<PlannedPosition> sample) {
        this(bench, new TopicPartition(topic, 0), sample);
    }

    /** @param partition  others are left alone; a position is in one of them */
    public RiskTail(Bench bench, TopicPartition partition, Collection<PlannedPosition> sample) {
        this.bench = bench;
        this.partition = partition;
        wanted = sample.stream().map(PlannedPosition::id).collect(Collectors.toUnmodifiableSet());
        reader = new CommittedReader(bench, partition, false);
        deserializer = new AvroDeserializer<>(PositionRisk.class, bench.registry());
    }

    /** Takes what comes within a while. */
    public void poll(Duration atMost) {
        reader.poll(atMost).forEach(this::take);
    }

    /** Takes everything that is committed on the topic now. */
    public void catchUp() {
        long end = CommittedOffset.end(bench, partition);
        while (reader.position() < end) {
            poll(A_WHILE);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        seen++;
        if (wanted.contains(record.key())) {
            last.put(record.key(), record.value());
        }
    }

    /** Records taken so far, of any position. */
    public long seen() {
        return seen;
    }

    /** The newest records, as first seen. */
    public List<PositionRisk> newest() {
        return last.values().stream()
                .map(bytes -> deserializer.deserialize(partition.topic(), bytes))
                .toList();
    }

    /** What was said last, by position id. */
    public Map<String, Claim> claims(PoolFeed feed) {
        Map<String, Claim> claims = new HashMap<>();
        last.forEach((id, bytes) -> {
            PositionRisk risk = deserializer.deserialize(partition.topic(), bytes);
            if (risk != null) {
                claims.put(id, Claim.of(risk, feed.lastTickAt(risk.getBlockNumber(), risk.getLogIndex())));
            }
        });
        return claims;
    }

    @Override
    public void close() {
        reader.close();
    }
}
