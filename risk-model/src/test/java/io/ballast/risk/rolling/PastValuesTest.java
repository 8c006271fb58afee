/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PastValuesTest {

    private static final Window MINUTE = new Window("1m", 60_000);
    private static final Windows WINDOWS = new Windows(List.of(MINUTE, new Window("1h", 3_600_000)));

    private final PastValues<String> past = new PastValues<>("past", WINDOWS, new Journal());

    @Test
    void shouldHoldWhatWasTrueAsOfTheGridPoint() {
        assertThat(past.replaced(0, "a", 10_500, 20_000)).isTrue(); // b comes at 20 s sharp: it is true as of 20 s
        assertThat(past.replaced(0, "b", 20_000, 20_001)).isTrue(); // c comes just after

        assertThat(past.at(0, 19_000, "c")).isEqualTo("a");
        assertThat(past.at(0, 20_000, "c")).isEqualTo("b");
        assertThat(past.at(0, 21_000, "c")).isEqualTo("c");
        assertThat(past.at(1, 19_000, "other")).isEqualTo("other");
    }

    @Test
    void shouldKeepNothingBetweenGridPoints() {
        assertThat(past.replaced(0, "a", 20_001, 20_999)).isFalse();
        assertThat(past.replaced(0, "a", 20_001, 21_000)).isFalse();
        assertThat(past.replaced(0, "a", 20_001, 21_001)).isTrue();
        assertThat(past.replaced(0, "a", 21_001, 21_001)).isFalse();
    }

    /** Against everything that ever was: the value as of every window's start, of few rows, right through undoing. */
    @Property(tries = 20)
    void shouldKnowTheValueAtEveryStart(@ForAll long seed) {
        Random random = new Random(seed);
        Journal journal = new Journal();
        PastValues<String> past = new PastValues<>("past", WINDOWS, journal);
        Map<Integer, TreeMap<Long, String>> all = new HashMap<>();
        List<List<Change<?, ?>>> changes = new ArrayList<>();
        long now = 1_700_000_000_123L;
        for (int of = 0; of < 3; of++) {
            all.put(of, new TreeMap<>(Map.of(now, "first")));
        }
        for (int i = 0; i < 3_000; i++) {
            now += random.nextInt(10) == 0 ? random.nextInt(400_000) : random.nextInt(2_000);
            int of = random.nextInt(3);
            Map.Entry<Long, String> old = all.get(of).lastEntry();
            past.replaced(of, old.getValue(), old.getKey(), now);
            changes.add(journal.cut());
            if (random.nextInt(4) == 0) {
                Journal.undo(changes.remove(changes.size() - 1));
            } else {
                all.get(of).put(now, "value " + i);
            }
            assertKnown(past, all, now);
        }
        assertThat(past.table().view()).hasSizeLessThanOrEqualTo(3 * (2 * 61 + 1));
    }

    private static void assertKnown(PastValues<String> past, Map<Integer, TreeMap<Long, String>> all, long now) {
        for (Window window : WINDOWS.all()) {
            long start = window.startAt(now);
            all.forEach((of, values) -> {
                if (values.firstKey() <= start) {
                    assertThat(past.at(of, start, values.lastEntry().getValue()))
                            .isEqualTo(values.floorEntry(start).getValue());
                }
            });
        }
    }
}
