/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.producers.sink.RecordBlock;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import io.ballast.schema.PriceTickKind;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * How far a simulation has come. Counts are of what this run has written, not of what an earlier run had.
 *
 * @param blockNumber  of the last block made; 0: none yet
 * @param blockTime  its simulated time; null: none yet
 * @param openPositions  after it
 * @param trading  the blocks that set up pools and positions are done
 * @param blocks  blocks written
 * @param records  records written
 * @param poolTicks  of these, swaps and syncs
 * @param marketTicks  of these, quotes and trades
 * @param positionEvents  of these, position events
 */
public record SimulationProgress(
        long blockNumber,
        Instant blockTime,
        int openPositions,
        boolean trading,
        long blocks,
        long records,
        long poolTicks,
        long marketTicks,
        long positionEvents) {

    static final SimulationProgress NONE = new SimulationProgress(0, null, 0, false, 0, 0, 0, 0, 0);

    /** Ticks of pools and markets together. */
    public long ticks() {
        return poolTicks + marketTicks;
    }

    SimulationProgress madeBlock(RecordBlock block, Instant time, int positions, boolean isTrading) {
        return new SimulationProgress(
                block.blockNumber(),
                time,
                positions,
                isTrading,
                blocks,
                records,
                poolTicks,
                marketTicks,
                positionEvents);
    }

    SimulationProgress wroteBlock(RecordBlock block) {
        return new SimulationProgress(
                blockNumber,
                blockTime,
                openPositions,
                trading,
                blocks + 1,
                records + block.records().size(),
                poolTicks + count(block, SimulationProgress::isPoolTick),
                marketTicks + count(block, sent -> sent.value() instanceof PriceTick && !isPoolTick(sent)),
                positionEvents + count(block, sent -> sent.value() instanceof PositionEvent));
    }

    private static boolean isPoolTick(OutgoingRecord sent) {
        return sent.value() instanceof PriceTick tick
                && (tick.getKind() == PriceTickKind.SWAP || tick.getKind() == PriceTickKind.SYNC);
    }

    private static long count(RecordBlock block, Predicate<OutgoingRecord> what) {
        return block.records().stream().filter(what).count();
    }
}
