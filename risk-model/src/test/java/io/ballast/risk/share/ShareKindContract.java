/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.BookEvent;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolFacts;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.book.PoolTerms;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.PositionMeasures;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.kind.PoolKinds;
import io.ballast.risk.row.TableForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every kind of pool of shares: order, undo, storage and publication do not know which it is. */
public abstract class ShareKindContract {

    private static final int EVENTS = 100;

    protected abstract PoolKind kind();

    /** A definition of a pool of one token each, of 18 and {@link #decimals1} decimals. */
    protected abstract PoolFacts facts();

    protected abstract BookEvent.PoolChange parameterChange(Random random, long seconds);

    protected int decimals1() {
        return 6;
    }

    @Property(tries = 25)
    void shouldEndTheSameWhateverTheOrderWithinTheWindow(@ForAll long seed) {
        List<Arrival<String>> inOrder = history(seed);
        List<Arrival<String>> shuffled = new ArrayList<>(inOrder);
        Random random = new Random(seed);
        for (int from = 0; from < shuffled.size(); from += 10) {
            Collections.shuffle(shuffled.subList(from, Math.min(shuffled.size(), from + 10)), random);
        }
        TimelineRun expected = TimelineRun.of(terms(), inOrder).refusedNothing();
        TimelineRun found = TimelineRun.of(terms(), shuffled);

        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.publications).isEqualTo(expected.publications);
    }

    @Property(tries = 25)
    void shouldForgetARetractedBranch(@ForAll long seed) {
        List<Arrival<String>> inOrder = history(seed);
        int kept = 10 + new Random(seed).nextInt(EVENTS - 20);
        List<Arrival<String>> thereAndBack = new ArrayList<>(inOrder);
        for (int i = inOrder.size() - 1; i >= kept; i--) {
            Arrival<String> gone = inOrder.get(i);
            thereAndBack.add(new Arrival<>(gone.at(), gone.event(), true, gone.source()));
        }

        TimelineRun found = TimelineRun.of(terms(), thereAndBack);
        TimelineRun expected = TimelineRun.of(terms(), inOrder.subList(0, kept));
        long nowMs = inOrder.get(kept - 1).marks().timeMs();

        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.group.read(nowMs).income())
                .isEqualTo(expected.group.read(nowMs).income());
    }

    @Property(tries = 10)
    void shouldComeBackFromStorage(@ForAll long seed) {
        PoolBook book = TimelineRun.of(terms(), history(seed)).book;
        PoolBook restored = PoolBook.open(terms());
        for (int i = 0; i < book.tables().size(); i++) {
            store(book.tables().get(i), restored.tables().get(i));
        }

        assertThat(TimelineRun.rows(restored)).isEqualTo(TimelineRun.rows(book));
        assertThat(book.positions().keySet())
                .allSatisfy(key -> assertThat(restored.figures(key)).isEqualTo(book.figures(key)));
    }

    @Property(tries = 25)
    void shouldGivePublicationACurveThatAgreesWithItsFigures(@ForAll long seed) {
        PoolBook book = TimelineRun.of(terms(), history(seed)).book;

        for (String key : book.positions().keySet()) {
            PositionMeasures measures = book.figures(key).measures();
            double price = book.sqrtPrice() * book.sqrtPrice();
            assertThat(price).isCloseTo(measures.price(), within(1e-12 * price));
            assertThat(book.priceCurve(key).fullDelta() * price)
                    .isCloseTo(measures.value(), within(1e-9 * measures.value() + 1e-5));
        }
    }

    /** Value less HODL is loss and fees, whatever happened. */
    @Property(tries = 25)
    void shouldSplitTheGainIntoLossAndFees(@ForAll long seed) {
        PoolBook book = TimelineRun.of(terms(), history(seed)).book;

        for (String key : book.positions().keySet()) {
            PositionFigures figures = book.figures(key);
            PositionMeasures is = figures.measures();
            double feesInside = (is.fees0() - is.feesCollected0()) * is.price() + is.fees1() - is.feesCollected1();
            assertThat(is.value() - is.hodlValue())
                    .isCloseTo(is.il() + feesInside, within(1e-9 * (is.value() + is.hodlValue()) + 1e-5));
            assertThat(is.feesValue()).isNotNegative();
            assertThat(is.gamma()).isNotPositive();
            assertThat(figures.flags()).isEmpty();
        }
    }

    protected final PoolTerms terms() {
        return PoolKinds.of(List.of(kind())).named(kind().name()).orElseThrow().terms(facts());
    }

    private List<Arrival<String>> history(long seed) {
        return RandomShareHistory.of(seed, EVENTS, decimals1(), this::parameterChange);
    }

    private <K extends Comparable<? super K>, V> void store(JournaledMap<K, V> from, JournaledMap<?, ?> to) {
        TableForm<K, V> form = form(from.name());
        from.view().forEach((key, value) -> same(from, to)
                .restore(
                        key,
                        form == null ? value : form.rows().value(form.rows().bytes(value))));
    }

    @SuppressWarnings("unchecked")
    private static <K extends Comparable<? super K>, V> JournaledMap<K, V> same(
            JournaledMap<K, V> typed, JournaledMap<?, ?> other) {
        assertThat(other.name()).isEqualTo(typed.name());
        return (JournaledMap<K, V>) other;
    }

    /** Null of tables that are the application's. */
    @SuppressWarnings("unchecked")
    private <K extends Comparable<? super K>, V> TableForm<K, V> form(String table) {
        return (TableForm<K, V>) kind().tables().stream()
                .filter(form -> form.name().equals(table))
                .findFirst()
                .orElse(null);
    }
}
