/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Losses of groups over windows are those of their positions added up, closed ones included, on every branch of the history. */
class GroupWindowsPropertyTest {

    private static final Windows WINDOWS =
            new Windows(List.of(new Window("1m", 60_000), new Window("9m", 540_000), new Window("7d", 604_800_000)));
    private static final double CLOSE = 1e-12;
    /** Raw units that exact integers of a fixed scale may differ by: nothing that shows. */
    private static final double ROUNDING = 1e-14;

    /** A book, its history, and two groups that positions may come to and leave. */
    private static final class Run implements TimelineListener<String> {
        private final PoolBook book = PoolBook.open(RandomHistory.TERMS, WINDOWS);
        private final Timeline<String> timeline = new Timeline<>(book, 12, at -> false, this);
        private final List<BookGroup> groups = List.of(book.newGroup(), book.newGroup(), book.newGroup());
        private final Map<String, Integer> groupOf = new TreeMap<>();
        private long forgottenMs;
        private long nowMs;

        Run() {
            book.observe(this::changed);
        }

        /** The last group has all positions, the first two some. */
        private void changed(PositionAccount before, PositionAccount now) {
            groups.get(2).replace(before, now);
            String key = (now == null ? before : now).key();
            groups.get(groupOf.computeIfAbsent(key, none -> Math.floorMod(key.hashCode(), 2)))
                    .replace(before, now);
        }

        void give(String key, int to) {
            PositionAccount account = book.account(key);
            Integer from = groupOf.get(key);
            if (account != null && from != null) {
                groups.get(from).replace(account, null);
                groups.get(to).replace(null, account);
                groupOf.put(key, to);
            }
        }

        void accept(Arrival<String> arrival) {
            timeline.accept(arrival);
            nowMs = timeline.entries()
                    .get(timeline.entries().size() - 1)
                    .arrival()
                    .marks()
                    .timeMs();
        }

        void assertSums(int number) {
            BookGroup group = groups.get(number);
            group.forgetBefore(forgottenMs);
            assertSums(group, key -> number == 2 || groupOf.get(key) == number);
        }

        void assertSums(BookGroup group, Function<String, Boolean> member) {
            List<LossFigures> members = new ArrayList<>();
            book.positions().keySet().forEach(key -> {
                if (member.apply(key)) {
                    members.add(book.figures(key, nowMs).measures().losses());
                }
            });
            List<WindowFigures> sums = group.read(nowMs).income().losses().windows();
            assertThat(sums).hasSize(WINDOWS.all().size());
            for (int i = 0; i < sums.size(); i++) {
                int place = i;
                assertSum(
                        sums.get(i),
                        members.stream()
                                .map(losses -> losses.windows().get(place))
                                .toList());
            }
        }

        @Override
        public void forgotten(Entry<String> entry) {
            forgottenMs = entry.arrival().marks().timeMs();
        }
    }

    private static void assertSum(WindowFigures sum, List<WindowFigures> members) {
        for (WindowFigures member : members) {
            assertThat(member.sinceMs()).isEqualTo(sum.sinceMs());
            assertThat(member.complete()).isEqualTo(sum.complete());
        }
        double il = members.stream().mapToDouble(WindowFigures::il).sum();
        double lvr = members.stream().mapToDouble(WindowFigures::lvr).sum();
        assertThat(sum.il()).isCloseTo(il, within(CLOSE * Math.abs(il) + ROUNDING));
        assertThat(sum.lvr()).isCloseTo(lvr, within(CLOSE * Math.abs(lvr) + ROUNDING));
        if (members.stream().anyMatch(member -> member.lvrUsd() == null)) {
            assertThat(sum.lvrUsd()).isNull();
        } else {
            double usd = members.stream().mapToDouble(WindowFigures::lvrUsd).sum();
            assertThat(sum.lvrUsd()).isCloseTo(usd, within(CLOSE * Math.abs(usd) + ROUNDING));
        }
    }

    @Property(tries = 40)
    void shouldBeTheSumOverPositions(@ForAll long seed) {
        Random random = new Random(seed);
        Run run = new Run();
        List<Arrival<String>> history = new ArrayList<>(RandomHistory.of(seed, 400));
        int at = 0;
        while (at < history.size()) {
            if (at > 3 && at + 1 < history.size() && random.nextInt(15) == 0) {
                // Comes too early and is applied again after what belongs before it.
                run.accept(history.get(at + 1));
                run.accept(history.get(at));
                at += 2;
            } else {
                run.accept(history.get(at++));
            }
            if (random.nextInt(15) == 0) {
                at -= takeBack(run, history, at, random);
            }
            if (!run.groupOf.isEmpty() && random.nextInt(10) == 0) {
                List<String> keys = List.copyOf(run.groupOf.keySet());
                run.give(keys.get(random.nextInt(keys.size())), random.nextInt(2));
            }
            if (at > 2 && random.nextInt(3) == 0) {
                run.assertSums(random.nextInt(3));
            }
        }
        run.assertSums(2);
        BookGroup rebuilt = run.book.newGroup();
        rebuilt.forgetBefore(run.forgottenMs);
        run.book.forEachAccount(account -> rebuilt.replace(null, account));
        assertThat(rebuilt.read(run.nowMs)).isEqualTo(run.groups.get(2).read(run.nowMs));
    }

    /** Some of the newest records are taken back. They come again at another time and with another price of token1. */
    private static int takeBack(Run run, List<Arrival<String>> history, int at, Random random) {
        int back = Math.min(random.nextInt(10), run.timeline.entries().size() - 3);
        if (back <= 0) {
            return 0;
        }
        for (int i = at - 1; i >= at - back; i--) {
            Arrival<String> gone = history.get(i);
            run.accept(new Arrival<>(gone.at(), gone.event(), true, gone.source(), gone.marks()));
            history.set(i, gone.withMarks(Marks.at(gone.marks().timeMs() + 500).withUsdPerToken1(2)));
        }
        run.assertSums(2);
        return back;
    }
}
