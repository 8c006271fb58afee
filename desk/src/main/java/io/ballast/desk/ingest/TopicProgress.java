/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

/**
 * How far the desk has read one topic.
 *
 * @param topic  full name
 * @param partitions  it has; 0: the cluster has no such topic
 * @param read  records read since the start
 * @param behind  records that are there and not read yet; -1: not known
 * @param undecodable  records that could not be read
 * @param lastProblem  why the last of these could not; null: there was none
 * @param newestTimeMs  newest timestamp read, milliseconds since 1970 in UTC; -1: none
 */
public record TopicProgress(
        String topic,
        int partitions,
        long read,
        long behind,
        long undecodable,
        String lastProblem,
        long newestTimeMs) {}
