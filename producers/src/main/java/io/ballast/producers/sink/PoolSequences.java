/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schema.PoolEvent;
import io.ballast.schema.PositionEvent;
import io.ballast.schema.PriceTick;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the records of each pool in the order in which they are written. They go to three topics, which are read apart; by
 * the numbers a reader puts them together again. The same blocks from the first one on give the same numbers. Mutable,
 * single-threaded.
 */
public final class PoolSequences {

    private final String producerId;
    private final Map<String, Long> next = new HashMap<>();

    /** @param producerId  who numbers: the numbers of two are not compared */
    public PoolSequences(String producerId) {
        this.producerId = producerId;
    }

    /** Writes the next number into a record of a pool; others are left alone. */
    public void number(OutgoingRecord outgoing) {
        if (outgoing.value() instanceof PriceTick tick && isOfPool(tick)) {
            tick.setPoolSequence(take(outgoing.key()));
            tick.setProducerId(producerId);
        } else if (outgoing.value() instanceof PositionEvent event) {
            event.setPoolSequence(take(outgoing.key()));
            event.setProducerId(producerId);
        } else if (outgoing.value() instanceof PoolEvent event) {
            event.setPoolSequence(take(outgoing.key()));
            event.setProducerId(producerId);
        }
    }

    private static boolean isOfPool(PriceTick tick) {
        return switch (tick.getKind()) {
            case SWAP, SYNC, BAR, EXCHANGE, BALANCES -> true;
            case TRADE, QUOTE, MARK, UNKNOWN -> false;
        };
    }

    private long take(String poolId) {
        return next.merge(poolId, 1L, Long::sum) - 1;
    }
}
