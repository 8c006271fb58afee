/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.desk.replay.ReplayControl;
import io.ballast.desk.replay.ReplayState;
import java.time.Instant;
import java.util.Optional;

/** A replay that remembers what it was told, and has played a minute. */
final class PlayedReplay implements ReplayControl {
    private boolean playing = true;
    private double speed = 1;
    private Optional<Instant> seeking = Optional.empty();

    @Override
    public synchronized ReplayState state() {
        return new ReplayState(
                "a test",
                playing,
                speed,
                Optional.of(Samples.TIME),
                seeking,
                Optional.of(Samples.TIME.minusSeconds(60)));
    }

    @Override
    public synchronized void play() {
        playing = true;
    }

    @Override
    public synchronized void pause() {
        playing = false;
    }

    @Override
    public synchronized void speed(double factor) {
        if (!(factor > 0 && factor <= FASTEST)) {
            throw new IllegalArgumentException("speed " + factor + " is none");
        }
        speed = factor;
    }

    @Override
    public synchronized void seek(Instant eventTime) {
        if (eventTime.isBefore(Samples.TIME.minusSeconds(60))) {
            throw new IllegalArgumentException(eventTime + " is before the start");
        }
        seeking = Optional.of(eventTime);
    }
}
