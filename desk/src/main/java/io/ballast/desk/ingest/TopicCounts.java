/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.ingest;

/** Counts of one topic, written by the reader's thread, read by any. */
final class TopicCounts {
    private final String topic;
    private volatile int partitions;
    private volatile long read;
    private volatile long behind = -1;
    private volatile long undecodable;
    private volatile String lastProblem;
    private volatile long newestTimeMs = -1;

    TopicCounts(String topic) {
        this.topic = topic;
    }

    void partitions(int count) {
        partitions = count;
    }

    // One thread writes: the increments below are not lost.
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void read(long timestampMs) {
        read++;
        newestTimeMs = Math.max(newestTimeMs, timestampMs);
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void undecodable(String problem) {
        undecodable++;
        lastProblem = problem;
    }

    void behind(long records) {
        behind = records;
    }

    TopicProgress snapshot() {
        return new TopicProgress(topic, partitions, read, behind, undecodable, lastProblem, newestTimeMs);
    }
}
