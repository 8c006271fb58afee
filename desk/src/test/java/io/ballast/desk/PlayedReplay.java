/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk;

import io.ballast.desk.replay.ReplayControl;
import io.ballast.desk.replay.ReplayState;
import java.time.Instant;
import java.util.Optional;

/** A replay that remembers what it was told. */
final class PlayedReplay implements ReplayControl {
    private ReplayState state = new ReplayState("a test", true, 1, Optional.of(Samples.TIME), Optional.empty());

    @Override
    public synchronized ReplayState state() {
        return state;
    }

    @Override
    public synchronized void play() {
        state = new ReplayState(state.source(), true, state.speed(), state.eventTime(), state.seeking());
    }

    @Override
    public synchronized void pause() {
        state = new ReplayState(state.source(), false, state.speed(), state.eventTime(), state.seeking());
    }

    @Override
    public synchronized void speed(double factor) {
        if (!(factor > 0 && factor <= FASTEST)) {
            throw new IllegalArgumentException("speed " + factor + " is none");
        }
        state = new ReplayState(state.source(), state.playing(), factor, state.eventTime(), state.seeking());
    }

    @Override
    public synchronized void seek(Instant eventTime) {
        if (!eventTime.isAfter(Samples.TIME)) {
            throw new IllegalArgumentException(eventTime + " is not later");
        }
        state = new ReplayState(
                state.source(), state.playing(), state.speed(), state.eventTime(), Optional.of(eventTime));
    }
}
