/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.replay;

import java.time.Instant;
import java.util.Optional;

/**
 * How a replay stands.
 *
 * @param source  what is played, in words
 * @param playing  false: it is paused
 * @param speed  how fast event time passes
 * @param eventTime  of the input that is due next; empty: not begun
 * @param seeking  where it goes as fast as possible; empty: nowhere
 * @param earliest  event time that it can go back to; empty: it only goes forward
 */
public record ReplayState(
        String source,
        boolean playing,
        double speed,
        Optional<Instant> eventTime,
        Optional<Instant> seeking,
        Optional<Instant> earliest) {}
