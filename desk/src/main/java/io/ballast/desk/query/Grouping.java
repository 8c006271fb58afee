/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Figure;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import io.ballast.schema.RangeState;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** Sums positions by group, in one look at each row. Thread-safe. */
public final class Grouping {
    /** Figures that can be summed over pools: money in one unit. */
    public static final List<Figure> SUMMED = List.of(
            Figure.VALUE_USD,
            Figure.HODL_VALUE_USD,
            Figure.IL_USD,
            Figure.REALISED_IL_USD,
            Figure.FEES_VALUE_USD,
            Figure.RESULT_USD,
            Figure.LVR_USD);

    private final PositionBook book;
    private final Pools pools;

    public Grouping(PositionBook book, Pools pools) {
        this.book = book;
        this.pools = pools;
    }

    /** Of the newest change of positions. */
    public long version() {
        return book.read(PositionRows::lastVersion);
    }

    /** Groups that have an open position, the most valuable first. */
    public List<Group> groups(Query query, GroupBy by) {
        return groups(by, (rows, action) -> query.passing(rows, pools).forEach(action));
    }

    /** The same for whoever asks for them again and again. */
    public List<Group> groups(MatchingRows matching, GroupBy by) {
        return groups(by, matching::forEach);
    }

    /** Rows of a query, for {@link #groups(MatchingRows, GroupBy)}. */
    public MatchingRows matching(Query query) {
        return new MatchingRows(query, pools);
    }

    private List<Group> groups(GroupBy by, BiConsumer<PositionRows, IntConsumer> matching) {
        return book.read(rows -> sums(rows, by, matching)).entrySet().stream()
                .map(sums -> sums.getValue().group(sums.getKey(), by.title(sums.getKey(), pools), pools))
                .sorted(Comparator.comparingDouble(
                                (Group group) -> -group.sums().get(Figure.VALUE_USD))
                        .thenComparing(Group::key))
                .toList();
    }

    private static Map<String, GroupSums> sums(
            PositionRows rows, GroupBy by, BiConsumer<PositionRows, IntConsumer> matching) {
        Map<String, GroupSums> groups = new HashMap<>();
        Map<Integer, GroupSums> byWord = new HashMap<>();
        matching.accept(rows, row -> {
            if (isOpen(rows, row)) {
                byWord.computeIfAbsent(
                                rows.word(by.field(), row),
                                absent -> groups.computeIfAbsent(by.of(rows, row), none -> new GroupSums()))
                        .add(rows, row);
            }
        });
        return groups;
    }

    private static boolean isOpen(PositionRows rows, int row) {
        return !rows.text(TextField.STATE, row).equals(RangeState.CLOSED.name());
    }
}
