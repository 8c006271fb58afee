/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.desk.ingest.Delays;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PositionRisk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The newest figures of each position, and what the pools are, as the topics say them. Thread-safe. */
final class RiskBoard {
    private static final int KEPT_LATENCIES = 2048;

    private final Map<String, PositionRisk> positions = new ConcurrentHashMap<>();
    private final Map<String, PoolDefinition> pools = new ConcurrentHashMap<>();
    private final Delays latencies = new Delays(KEPT_LATENCIES);
    private final LongAdder riskRecords = new LongAdder();

    /** A position's new figures; null: it has been taken back. */
    void risk(String positionId, PositionRisk risk) {
        riskRecords.increment();
        if (risk == null) {
            positions.remove(positionId);
        } else {
            positions.put(positionId, risk);
        }
    }

    void pool(String poolId, PoolDefinition definition) {
        if (definition != null) {
            pools.put(poolId, definition);
        }
    }

    Delays latencies() {
        return latencies;
    }

    List<PositionRisk> positions() {
        return List.copyOf(positions.values());
    }

    Optional<PoolDefinition> pool(String poolId) {
        return Optional.ofNullable(pools.get(poolId));
    }

    /** Records of position-risk read. */
    long riskRecords() {
        return riskRecords.sum();
    }
}
