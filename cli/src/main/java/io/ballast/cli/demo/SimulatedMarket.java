/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.stack.PreparedStack;
import io.ballast.producers.simulator.BlockPacer;
import io.ballast.producers.simulator.MarketSimulator;
import io.ballast.producers.simulator.SimulationOptions;
import io.ballast.producers.simulator.SimulationProgress;
import io.ballast.producers.simulator.SimulationSource;
import io.ballast.producers.sink.RecordSink;
import io.ballast.producers.sink.SinkOptions;
import io.ballast.producers.sink.TransactionalSink;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulator in a thread of its own. */
final class SimulatedMarket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedMarket.class);
    private static final String PRODUCER_ID = "simulator";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RecordSink sink;
    private final MarketSimulator simulator;
    private final Thread thread;
    private volatile Throwable failure;

    private SimulatedMarket(RecordSink sink, MarketSimulator simulator) {
        this.sink = sink;
        this.simulator = simulator;
        this.thread = new Thread(this::run, "simulator");
    }

    static SimulatedMarket start(
            SimulationOptions options, PreparedStack stack, String prefix, InstantSource clock, BlockPacer pacer) {
        Map<String, String> config = new HashMap<>(stack.producer());
        config.put(SinkOptions.TOPIC_PREFIX, prefix);
        RecordSink sink =
                TransactionalSink.open(SinkOptions.of(config, PRODUCER_ID, SimulationSource.of(options)), clock);
        SimulatedMarket market = new SimulatedMarket(sink, new MarketSimulator(options, sink, pacer));
        market.thread.start();
        return market;
    }

    private void run() {
        try {
            simulator.run();
        } catch (RuntimeException | Error failed) {
            LOG.error("The simulator ended: {}", failed.toString(), failed);
            failure = failed;
        }
    }

    SimulationProgress progress() {
        return simulator.progress();
    }

    /** What ended it; empty while it runs or when it was stopped. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        simulator.stop();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }
}
