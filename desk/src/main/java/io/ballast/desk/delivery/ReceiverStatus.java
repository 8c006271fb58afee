/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How one receiver of this desk does; counts are since its start.
 *
 * @param alive  whether its thread runs
 * @param accepted  times that it took what it was told
 * @param refused  times that it did not and never would
 * @param givenUp  times that it did not for too long
 * @param failed  requests that are tried again
 * @param behind  records of alerts that are there and not looked at yet; {@link #NOT_KNOWN}
 * @param failingSince  since when nothing gets through; empty: it does
 * @param nextTry  when the next request is due; empty: when there is something to tell
 * @param problem  what is or was the matter last, without addresses and secrets; null: nothing
 */
public record ReceiverStatus(
        String name,
        ReceiverKind kind,
        boolean alive,
        long accepted,
        long refused,
        long givenUp,
        long failed,
        long behind,
        Optional<Instant> failingSince,
        Optional<Instant> nextTry,
        String problem) {
    static final long NOT_KNOWN = -1;
}
