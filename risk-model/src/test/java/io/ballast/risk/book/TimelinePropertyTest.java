/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.JournaledMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimelinePropertyTest {

    private static final int EVENTS = 120;

    @Property(tries = 30)
    void shouldEndTheSameWhateverTheOrderWithinTheWindow(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 40) int reach) {
        List<Arrival<String>> inOrder = RandomHistory.of(seed, EVENTS);

        Run shuffled = Run.of(shuffledWithin(inOrder, reach, new Random(seed)));

        assertThat(shuffled.rows()).isEqualTo(Run.of(inOrder).rows());
        assertThat(shuffled.publications).isEqualTo(Run.of(inOrder).publications);
    }

    @Property(tries = 30)
    void shouldCountRepeatsOnce(@ForAll long seed) {
        List<Arrival<String>> inOrder = RandomHistory.of(seed, EVENTS);
        List<Arrival<String>> doubled = new ArrayList<>(inOrder);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            int at = random.nextInt(inOrder.size());
            doubled.add(at + random.nextInt(doubled.size() - at), inOrder.get(at));
        }

        assertThat(Run.of(doubled).rows()).isEqualTo(Run.of(inOrder).rows());
    }

    @Property(tries = 30)
    void shouldForgetARetractedBranch(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int depth) {
        List<Arrival<String>> inOrder = RandomHistory.of(seed, EVENTS);
        List<Arrival<String>> stem = inOrder.subList(0, inOrder.size() - depth);
        List<Arrival<String>> thereAndBack = new ArrayList<>(inOrder);
        for (int i = inOrder.size() - 1; i >= stem.size(); i--) {
            Arrival<String> gone = inOrder.get(i);
            thereAndBack.add(new Arrival<>(gone.at(), gone.event(), true, gone.source()));
        }

        assertThat(Run.of(thereAndBack).rows()).isEqualTo(Run.of(stem).rows());
    }

    @Property(tries = 20)
    void shouldReplayEverySwapToTheUnit(@ForAll long seed) {
        Run run = Run.of(RandomHistory.of(seed, EVENTS));

        assertThat(run.book.positions().keySet())
                .allSatisfy(key -> assertThat(run.book.figures(key).flags()).isEmpty());
    }

    private static List<Arrival<String>> shuffledWithin(List<Arrival<String>> log, int reach, Random random) {
        List<Arrival<String>> shuffled = new ArrayList<>(log);
        for (int from = 0; from < shuffled.size(); from += reach) {
            Collections.shuffle(shuffled.subList(from, Math.min(shuffled.size(), from + reach)), random);
        }
        return shuffled;
    }

    /** A timeline that was fed a log, with the last figures published of each position and the entry they spoke of. */
    private static final class Run implements TimelineListener<String> {
        private final PoolBook book = PoolBook.open(RandomHistory.TERMS);
        private final Map<String, String> publications = new TreeMap<>();
        private final Timeline<String> timeline = new Timeline<>(book, 100, at -> false, this);

        static Run of(List<Arrival<String>> log) {
            Run run = new Run();
            log.forEach(run.timeline::accept);
            return run;
        }

        Map<String, Map<?, ?>> rows() {
            return book.tables().stream()
                    .collect(Collectors.toMap(JournaledMap::name, table -> Map.copyOf(table.view())));
        }

        @Override
        public void applied(Entry<String> entry, Touched touched) {
            book.positions().keySet().stream()
                    .filter(key ->
                            touched.all() ? book.isOpen(key) : touched.keys().contains(key))
                    .forEach(key -> publications.put(key, entry.at() + " " + book.figures(key)));
        }
    }
}
