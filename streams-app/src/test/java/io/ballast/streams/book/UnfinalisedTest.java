/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.LogPosition;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.streams.record.Origin;
import io.ballast.streams.state.BookTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfinalisedTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Journal journal = new Journal();
    private final JournaledMap<String, Integer> positions = new JournaledMap<>(BookTables.POSITIONS, journal);
    private final List<String> told = new ArrayList<>();
    private final Unfinalised unfinalised =
            new Unfinalised(Duration.ofMinutes(15), key -> told.add("in " + key), key -> told.add("out " + key));

    @Test
    void shouldTellOfAPositionOnce_howeverOftenItChanges() {
        Entry<Origin> first = changed(1, "a", "b");
        unfinalised.applied(first);
        unfinalised.applied(changed(2, "a"));

        assertThat(told).containsExactly("in a", "in b");
        assertThat(unfinalised.contains("a")).isTrue();
        assertThat(unfinalised.contains("c")).isFalse();
    }

    @Test
    void shouldLetGo_whenTheLastOfItsBlocksIsFinal() {
        Entry<Origin> first = changed(0, "a", "b");
        unfinalised.applied(first);
        unfinalised.applied(changed(5, "a"));
        told.clear();

        unfinalised.finalise(after(14), first);
        assertThat(told).isEmpty();
        unfinalised.finalise(after(15), first);
        assertThat(told).containsExactly("out b");
        unfinalised.finalise(after(20), first);
        assertThat(told).containsExactly("out b", "out a");
    }

    @Test
    void shouldLetGo_whenNothingCanBeUndoneAnyMore() {
        unfinalised.applied(changed(1, "a"));
        unfinalised.applied(changed(2, "b"));

        unfinalised.finalise(after(3), changed(2, "b"));

        assertThat(unfinalised.contains("a")).isFalse();
        assertThat(unfinalised.contains("b")).isTrue();
    }

    @Test
    void shouldTakeBackWhatIsUndone_newestFirst() {
        Entry<Origin> first = changed(1, "a");
        Entry<Origin> second = changed(2, "a", "b");
        unfinalised.applied(first);
        unfinalised.applied(second);

        unfinalised.undone(second);

        assertThat(unfinalised.contains("a")).isTrue();
        assertThat(unfinalised.contains("b")).isFalse();
    }

    @Test
    void shouldPassOverWhatHasNoBlockOrChangesNoPosition() {
        unfinalised.applied(entry(1, null, "a"));
        unfinalised.applied(changed(2));

        assertThat(told).isEmpty();
    }

    private Entry<Origin> changed(int minute, String... keys) {
        return entry(minute, "0x" + minute, keys);
    }

    private Entry<Origin> entry(int minute, String blockHash, String... keys) {
        for (String key : keys) {
            positions.put(key, minute);
        }
        LogPosition at = new LogPosition(minute, blockHash, 0);
        Origin origin = new Origin(null, new byte[0], after(minute), false);
        Arrival<Origin> arrival = new Arrival<>(at, new BookEvent.Snapshot("any"), false, origin);
        return new Entry<>(arrival, at, journal.cut(), null, false);
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
