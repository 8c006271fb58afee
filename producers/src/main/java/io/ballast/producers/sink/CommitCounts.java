/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schemas.catalogue.Topic;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts what a sink has committed in this run, by topic. Thread-safe: metrics are read by others. */
public final class CommitCounts {

    /**
     * The last commit.
     *
     * @param at  when it was, by our clock
     * @param block  number of its last block
     * @param eventTime  of its last record
     */
    public record Commit(Instant at, long block, Instant eventTime) {}

    private final Map<Topic, Long> open = new EnumMap<>(Topic.class);
    private final Map<Topic, Long> committed = new EnumMap<>(Topic.class);
    private long commits;
    private Optional<Commit> last = Optional.empty();

    synchronized void sent(Topic topic) {
        open.merge(topic, 1L, Long::sum);
    }

    synchronized void committed(Commit commit) {
        open.forEach((topic, records) -> committed.merge(topic, records, Long::sum));
        open.clear();
        commits++;
        last = Optional.of(commit);
    }

    /** Records that readers can see, by topic; the sink's own progress is not among them. */
    public synchronized Map<Topic, Long> records() {
        return new EnumMap<>(committed);
    }

    /** Transactions committed. */
    public synchronized long commits() {
        return commits;
    }

    /** Empty: this run has committed nothing. */
    public synchronized Optional<Commit> last() {
        return last;
    }
}
