/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.schemas.catalogue.Topic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a replay did.
 *
 * @param lines  lines read, headers and blank ones too
 * @param items  logs or bars among them that were well-formed, repeats not counted
 * @param blocks  blocks that they were in; taken back counts as another one
 * @param recordsByTopic  records written by this run
 * @param recordsBefore  records that an earlier run of this producer had committed
 * @param deadLetters  lines or logs that could not be read, those of an earlier run too
 * @param repeats  exact repeats dropped
 * @param ignored  logs that give no record, by reason
 * @param unattributed  logs on NFTs that could not be brought to a pool, by reason
 * @param notes  what else people should know, such as gaps in the input
 * @param unmetSnapshots  hashes of blocks whose positions were to be published, and that did not occur
 * @param seconds  how long it took
 */
public record ReplaySummary(
        long lines,
        long items,
        long blocks,
        Map<Topic, Long> recordsByTopic,
        long recordsBefore,
        long deadLetters,
        long repeats,
        Map<String, Long> ignored,
        Map<String, Long> unattributed,
        List<String> notes,
        SortedSet<String> unmetSnapshots,
        double seconds) {

    public ReplaySummary {
        Map<Topic, Long> byTopic = new EnumMap<>(Topic.class);
        byTopic.putAll(recordsByTopic);
        recordsByTopic = Collections.unmodifiableMap(byTopic);
        ignored = Collections.unmodifiableMap(new TreeMap<>(ignored));
        unattributed = Collections.unmodifiableMap(new TreeMap<>(unattributed));
        notes = List.copyOf(notes);
        unmetSnapshots = Collections.unmodifiableSortedSet(new TreeSet<>(unmetSnapshots));
    }

    /** Records written by this run. */
    public long records() {
        return recordsByTopic.values().stream().mapToLong(Long::longValue).sum();
    }
}
