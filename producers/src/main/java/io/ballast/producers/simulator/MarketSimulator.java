/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.sink.RecordBlock;
import io.ballast.producers.sink.RecordSink;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes a simulation into a sink, block by block.
 *
 * <p>A restart makes the same blocks again; the sink skips those that an earlier run has committed, and the pacer is not
 * asked about them. Run by one thread, once; {@link #stop()} and {@link #progress()} may be called by any.
 */
public final class MarketSimulator {
    /** A pacer may change its mind while a block is waited for. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SimulatedWorld world;
    private final RecordSink sink;
    private final BlockPacer pacer;
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private volatile SimulationProgress progress = SimulationProgress.NONE;

    /**
     * @param sink  where to; stays the caller's to close. For Kafka its source should be {@link SimulationSource#of}
     * @param pacer  when blocks are due, after the set-up
     */
    public MarketSimulator(SimulationOptions options, RecordSink sink, BlockPacer pacer) {
        this.world = new SimulatedWorld(options, new SplittableRandom(options.seed()));
        this.sink = sink;
        this.pacer = pacer;
    }

    /** Runs until {@link #stop()} or an interruption: {@link #run(Instant)}. */
    public SimulationProgress run() {
        return run(Instant.MAX);
    }

    /**
     * Runs until the blocks reach a simulated time, or {@link #stop()}, or an interruption, which stays set. Ends between
     * two blocks, with everything before visible.
     *
     * @param end  the last block has at most this time
     * @throws io.ballast.producers.sink.SinkException if the sink fails
     */
    public SimulationProgress run(Instant end) {
        boolean interrupted = false;
        try {
            while (!isStopRequested() && !world.nextBlockTime().isAfter(end)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (writeBlock() > 0) {
                    awaitNextBlock();
                }
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        sink.flush();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return progress;
    }

    /** Asks to end after the block at hand. */
    public void stop() {
        stopRequested.countDown();
    }

    /** How far it has come. */
    public SimulationProgress progress() {
        return progress;
    }

    private int writeBlock() {
        Instant time = world.nextBlockTime();
        RecordBlock block = world.nextBlock();
        int written = sink.write(block);
        SimulationProgress made = progress.madeBlock(block, time, world.openPositions(), world.isTrading());
        progress = written > 0 ? made.wroteBlock(block) : made;
        return written;
    }

    private void awaitNextBlock() throws InterruptedException {
        if (!world.isTrading()) {
            return;
        }
        Duration wait = pacer.untilDue(world.nextBlockTime());
        if (!isPositive(wait)) {
            return;
        }
        // Readers get what is there before we pause, and no transaction outlives its timeout during it.
        sink.flush();
        while (pacer.isControlled() && wait.compareTo(LOOK_AGAIN) > 0 && !isStopRequested()) {
            stopRequested.await(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS);
            wait = pacer.untilDue(world.nextBlockTime());
        }
        if (isPositive(wait)) {
            stopRequested.await(wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static boolean isPositive(Duration wait) {
        return !wait.isNegative() && !wait.isZero();
    }

    private boolean isStopRequested() {
        return stopRequested.getCount() == 0;
    }
}
