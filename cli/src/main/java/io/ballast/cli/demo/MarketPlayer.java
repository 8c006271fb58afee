/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.desk.replay.ReplayControl;
import io.ballast.desk.replay.ReplayState;
import io.ballast.producers.simulator.BlockPacer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Paces the simulated market as the desk's page of replays says. Event time passes with the clock at first. After a pause it goes on
 * from where it was, and after a leap from where that led: nothing is made up for. Back it cannot go by itself: it stands until
 * whoever runs the market begins it anew, and leaps from there. Thread-safe.
 */
final class MarketPlayer implements BlockPacer, ReplayControl {
    private static final Duration PAUSED = Duration.ofHours(1);

    private final String source;
    private final InstantSource clock;
    private Instant start;
    private Instant eventAnchor;
    private Instant clockAnchor;
    private double speed = 1;
    private boolean playing = true;
    private Instant next;
    private Instant seeking;
    private boolean goesBack;

    /** @param source  what is played, in words */
    MarketPlayer(String source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
        begin(clock.instant());
    }

    /**
     * Trading starts then, by event time and, the first time, by the clock: what set-up takes is made up for. Where somebody wanted
     * to go back it goes there at once.
     */
    synchronized void begin(Instant tradingStart) {
        start = tradingStart;
        eventAnchor = tradingStart;
        clockAnchor = tradingStart;
        next = null;
        goesBack = false;
    }

    /** True when what has been played must be begun anew, to go back in it. */
    synchronized boolean goesBack() {
        return goesBack;
    }

    @Override
    public synchronized Duration untilDue(Instant blockTime) {
        if (goesBack) {
            return PAUSED;
        }
        next = blockTime;
        if (seeking != null) {
            if (blockTime.isBefore(seeking)) {
                return Duration.ZERO;
            }
            seeking = null;
            anchor();
        }
        return playing ? Duration.between(clock.instant(), due(blockTime)) : PAUSED;
    }

    @Override
    public boolean isControlled() {
        return true;
    }

    private Instant due(Instant blockTime) {
        return clockAnchor.plusNanos(
                (long) (Duration.between(eventAnchor, blockTime).toNanos() / speed));
    }

    /** From here on event time passes from where it is now. */
    private void anchor() {
        clockAnchor = clock.instant();
        eventAnchor = next == null ? eventAnchor : next;
    }

    @Override
    public synchronized ReplayState state() {
        return new ReplayState(
                source,
                playing,
                speed,
                Optional.ofNullable(next),
                Optional.ofNullable(seeking),
                Optional.ofNullable(next).map(begun -> start));
    }

    @Override
    public synchronized void play() {
        if (!playing) {
            playing = true;
            anchor();
        }
    }

    /** What is on its way to a later time stops where it is; what goes back is there first. */
    @Override
    public synchronized void pause() {
        playing = false;
        seeking = goesBack ? seeking : null;
    }

    @Override
    public synchronized void speed(double factor) {
        if (!(factor > 0 && factor <= FASTEST)) {
            throw new IllegalArgumentException("speed " + factor + " is not above 0 and at most " + FASTEST);
        }
        speed = factor;
        anchor();
    }

    @Override
    public synchronized void seek(Instant eventTime) {
        if (eventTime.isBefore(start)) {
            throw new IllegalArgumentException(eventTime + " is before the start, " + start);
        }
        if (next == null) {
            throw new IllegalArgumentException("nothing is played yet");
        }
        goesBack |= !eventTime.isAfter(next);
        seeking = eventTime;
    }
}
