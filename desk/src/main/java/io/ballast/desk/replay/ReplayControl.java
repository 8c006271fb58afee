/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.replay;

import java.time.Instant;

/** Plays recorded or simulated input; offered by who writes it in the desk's own process. Implementations are thread-safe. */
public interface ReplayControl {

    /** How it stands. */
    ReplayState state();

    /** Goes on, at the speed that is set, from where it is. */
    void play();

    /** Writes nothing more until told to. */
    void pause();

    /**
     * @param factor  how fast event time passes: 1 as it does, 10 ten times as fast
     * @throws IllegalArgumentException if it is not above 0 and at most {@link #FASTEST}
     */
    void speed(double factor);

    /**
     * Goes to another event time as fast as possible and plays on from there. What is in topics stays there: to an earlier one it
     * goes by beginning anew with others, where it can.
     *
     * @throws IllegalArgumentException if it cannot go there
     */
    void seek(Instant eventTime);

    /** The greatest speed. */
    double FASTEST = 1000;
}
