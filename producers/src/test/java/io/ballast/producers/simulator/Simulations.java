/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.sink.MemorySink;
import java.time.Instant;

/** Simulations for tests, busier than the demo's: much happens in few blocks. */
final class Simulations {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Simulations() {}

    static SimulationOptions busy(long seed, int positions) {
        return SimulationOptions.demo(seed, START, positions).withActivity(2, 3, 6);
    }

    /** Everything that the simulation writes in so many blocks of trading. */
    static MemorySink run(SimulationOptions options, int tradingBlocks) {
        return run(options, tradingBlocks, new MemorySink());
    }

    /** The same as a producer of that id writes it. */
    static MemorySink run(SimulationOptions options, int tradingBlocks, String producerId) {
        return run(options, tradingBlocks, new MemorySink(producerId));
    }

    private static MemorySink run(SimulationOptions options, int tradingBlocks, MemorySink sink) {
        new MarketSimulator(options, sink, BlockPacer.UNPACED).run(endAfter(options, tradingBlocks));
        return sink;
    }

    static Instant endAfter(SimulationOptions options, int tradingBlocks) {
        return options.tradingStart().plus(options.blockInterval().multipliedBy(tradingBlocks));
    }
}
