/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrderedMergePropertyTest {

    /** An element by the time it has, the sequence it is of and its place there. */
    private record Item(int seconds, int sequence, int place) {

        Instant time() {
            return Instant.ofEpochSecond(seconds);
        }
    }

    @Property(tries = 200)
    void sequencesInOrderAreMergedAsAStableSortWould(
            @ForAll @Size(max = 6) List<@Size(max = 20) List<@IntRange(min = 0, max = 30) Integer>> seconds) {
        List<List<Item>> sequences = sequences(seconds);
        sequences.forEach(sequence -> sequence.sort(Comparator.comparingInt(Item::seconds)));
        List<Item> sorted =
                new ArrayList<>(sequences.stream().flatMap(List::stream).toList());
        sorted.sort(Comparator.comparingInt(Item::seconds));

        assertThat(merged(sequences)).isEqualTo(sorted);
    }

    @Property(tries = 200)
    void everySequenceKeepsItsOrderAndNothingIsLost(
            @ForAll @Size(max = 6) List<@Size(max = 20) List<@IntRange(min = 0, max = 30) Integer>> seconds) {
        List<List<Item>> sequences = sequences(seconds);

        List<Item> merged = merged(sequences);

        assertThat(merged).hasSize(sequences.stream().mapToInt(List::size).sum());
        for (int i = 0; i < sequences.size(); i++) {
            int sequence = i;
            assertThat(merged.stream().filter(item -> item.sequence() == sequence))
                    .containsExactlyElementsOf(sequences.get(i));
        }
    }

    @Property(tries = 1)
    void nothingComesAfterTheEnd() {
        assertThatThrownBy(() -> new OrderedMerge<>(List.<Iterator<Item>>of(), Item::time).next())
                .isInstanceOf(NoSuchElementException.class);
    }

    private static List<List<Item>> sequences(List<List<Integer>> seconds) {
        List<List<Item>> sequences = new ArrayList<>();
        for (List<Integer> times : seconds) {
            List<Item> sequence = new ArrayList<>();
            times.forEach(time -> sequence.add(new Item(time, sequences.size(), sequence.size())));
            sequences.add(sequence);
        }
        return sequences;
    }

    private static List<Item> merged(List<List<Item>> sequences) {
        List<Item> merged = new ArrayList<>();
        new OrderedMerge<>(sequences.stream().map(List::iterator).toList(), Item::time).forEachRemaining(merged::add);
        return merged;
    }
}
