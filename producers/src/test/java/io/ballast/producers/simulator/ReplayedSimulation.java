/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.PoolDefinition;
import io.ballast.schema.PoolEvent;
import io.ballast.schema.PoolKind;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.util.HashMap;
import java.util.Map;

/** Everything that a simulation's records tell, replayed record by record. */
final class ReplayedSimulation {

    private final Map<String, ConcentratedReplay> pools = new HashMap<>();
    private final Map<String, PairReplay> pairs = new HashMap<>();
    private final Map<String, Double> usd = new HashMap<>();

    ConcentratedReplay pool(String poolId) {
        return pools.get(poolId);
    }

    PairReplay pair(String poolId) {
        return pairs.get(poolId);
    }

    /** Last quote of an instrument. */
    double usd(String instrumentId) {
        return usd.get(instrumentId);
    }

    long openPositions() {
        return pools.values().stream()
                        .mapToLong(pool -> pool.openPositions(DemoPools.POSITION_MANAGER))
                        .sum()
                + pairs.values().stream().mapToLong(PairReplay::holders).sum();
    }

    void apply(RecordBlock block) {
        block.records().forEach(this::apply);
    }

    private void apply(OutgoingRecord sent) {
        if (sent.value() instanceof PoolDefinition definition) {
            define(definition);
        } else if (sent.value() instanceof PoolEvent event) {
            pools.get(sent.key()).apply(event);
        } else if (sent.value() instanceof PositionEvent event) {
            apply(sent.key(), event);
        } else if (sent.value() instanceof PriceTick tick) {
            apply(sent.key(), tick);
        }
    }

    private void define(PoolDefinition definition) {
        if (definition.getKind() == PoolKind.CONCENTRATED) {
            pools.put(definition.getPoolId(), new ConcentratedReplay(definition));
        } else {
            pairs.put(definition.getPoolId(), new PairReplay(definition.getAddress()));
        }
    }

    private void apply(String poolId, PositionEvent event) {
        if (pools.containsKey(poolId)) {
            pools.get(poolId).apply(event);
        } else {
            pairs.get(poolId).apply(event);
        }
    }

    private void apply(String instrumentId, PriceTick tick) {
        switch (tick.getKind()) {
            case SWAP -> pools.get(instrumentId).apply(tick);
            case SYNC -> pairs.get(instrumentId).apply(tick);
            case QUOTE -> usd.put(instrumentId, tick.getPrice());
            default -> {
                // A trade does not move the quote.
            }
        }
    }
}
