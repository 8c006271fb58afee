/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

import java.util.List;

/**
 * How the desk's reading goes.
 *
 * @param caughtUp  all that was there at the start has been read: before that figures are of the past
 * @param brokerAnswers  false: the figures stay as they are until it does
 * @param brokerSeenMs  when it answered last, milliseconds since 1970 in UTC; -1: never
 * @param problem  what stops the reading; null: nothing does
 * @param delayP50Ms  half of the last position records were read so soon after their event time; -1: none yet
 * @param delayP99Ms  99 % were
 */
public record IngestStatus(
        boolean caughtUp,
        boolean brokerAnswers,
        long brokerSeenMs,
        String problem,
        long delayP50Ms,
        long delayP99Ms,
        List<TopicProgress> topics) {}
