/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Which positions somebody wants and may see.
 *
 * @param terms  all have to hold
 * @param entitlement  of who asks
 */
public record Query(List<Term> terms, Entitlement entitlement) {
    public Query {
        terms = List.copyOf(terms);
    }

    /** @throws QueryException if the text makes no sense */
    public static Query of(String text, Entitlement entitlement) {
        return new Query(QueryParser.parse(text), entitlement);
    }

    /** Each row that passes. Where a position is named by its whole id no other row is looked at. */
    void forEach(PositionRows rows, Pools pools, IntConsumer action) {
        RowCondition condition = bind(rows, pools);
        OptionalInt only = onlyRow(rows);
        int first = Math.max(0, only.orElse(0));
        int end = only.isPresent() ? only.getAsInt() + 1 : rows.limit();
        for (int row = first; row < end; row++) {
            if (condition.holds(rows, row)) {
                action.accept(row);
            }
        }
    }

    /** Empty: any row may pass; -1: none can. */
    private OptionalInt onlyRow(PositionRows rows) {
        return terms.stream()
                .flatMapToInt(term ->
                        term instanceof Term.WholeId whole ? IntStream.of(rows.find(whole.id())) : IntStream.empty())
                .findFirst();
    }

    /** As it applies to rows as long as there are no other words in them and no other pools; free rows do not pass. */
    public RowCondition bind(PositionRows rows, Pools pools) {
        RowCondition condition = (now, row) -> now.id(row) != null;
        if (!entitlement.all()) {
            BitSet allowed = rows.dictionary(TextField.PORTFOLIO).matching(entitlement::allows);
            condition = condition.and((now, row) -> allowed.get(now.word(TextField.PORTFOLIO, row)));
        }
        for (Term term : terms) {
            condition = condition.and(term.bind(rows, pools));
        }
        return condition;
    }
}
