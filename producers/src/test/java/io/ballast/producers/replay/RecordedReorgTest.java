/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.producers.SharedData;
import io.ballast.producers.files.PoolsFile;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.sink.OutgoingRecord;
import io.ballast.schemas.catalogue.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedReorgTest {

    private Path folder;
    private PoolCatalogue catalogue;

    @BeforeEach
    void findData() {
        folder = SharedData.path("chain/lab-seed-102-reorgs");
        catalogue = PoolsFile.read(folder.resolve("manifest.json"));
    }

    private Replayed replay(String file, SnapshotRequest snapshots) {
        return Replayed.of(new LogReplayOptions(List.of(folder.resolve(file)), catalogue, Optional.empty(), snapshots));
    }

    private static boolean removed(OutgoingRecord record) {
        return (boolean) ((SpecificRecordBase) record.value()).get("removed");
    }

    /** The record as if it had not been taken back. */
    private static String standing(OutgoingRecord record) {
        SpecificRecordBase value = (SpecificRecordBase) record.value();
        Object removed = value.get("removed");
        value.put("removed", false);
        String text = record.topic() + value.toString();
        value.put("removed", removed);
        return text;
    }

    @Test
    void whatIsTakenBackWasThereAndWhatIsLeftIsTheFinalChain() {
        Replayed stream = replay("stream.jsonl", SnapshotRequest.none());

        Set<String> standing = new HashSet<>();
        List<String> neverThere = new ArrayList<>();
        for (OutgoingRecord record : stream.sink().records()) {
            String text = standing(record);
            boolean changed = removed(record) ? standing.remove(text) : standing.add(text);
            if (!changed) {
                neverThere.add(text);
            }
        }

        assertThat(neverThere).isEmpty();
        Set<String> finalChain = new HashSet<>();
        replay("logs.jsonl", SnapshotRequest.none())
                .sink()
                .records()
                .forEach(record -> finalChain.add(standing(record)));
        assertThat(standing).isEqualTo(finalChain);
        assertThat(stream.summary().deadLetters()).isZero();
        assertThat(stream.summary().unattributed()).isEmpty();
        assertThat(stream.sink().records()).anyMatch(RecordedReorgTest::removed);
    }

    @Test
    void timeNeverGoesBackForAPool() {
        Replayed stream = replay("stream.jsonl", SnapshotRequest.parse("42,66,last"));

        stream.sink().records().stream().map(OutgoingRecord::key).distinct().forEach(pool -> assertThat(
                        stream.sink().records().stream()
                                .filter(record -> record.key().equals(pool))
                                .map(OutgoingRecord::timestampMs))
                .isSorted());
    }

    @Test
    void aSnapshotOfTheOldBranchIsTakenBack() {
        // Blocks 38 to 42 were replaced.
        List<OutgoingRecord> snapshots =
                replay("stream.jsonl", SnapshotRequest.parse("42")).sink().records(Topic.POOL_EVENTS).stream()
                        .filter(record -> record.value().toString().contains("\"SNAPSHOT\""))
                        .toList();

        int pools = snapshots.size() / 3;
        assertThat(snapshots).hasSize(3 * pools);
        assertThat(snapshots.stream().map(RecordedReorgTest::removed).toList())
                .containsExactlyElementsOf(expectedRemovals(pools));
        assertThat(snapshots.stream()
                        .map(record -> ((SpecificRecordBase) record.value()).get("block_hash"))
                        .distinct())
                .as("each branch's own block")
                .hasSize(2)
                .doesNotContainNull();
    }

    private static List<Boolean> expectedRemovals(int pools) {
        List<Boolean> removals = new ArrayList<>();
        for (boolean removed : new boolean[] {false, true, false}) {
            for (int i = 0; i < pools; i++) {
                removals.add(removed);
            }
        }
        return removals;
    }
}
