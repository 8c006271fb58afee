/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import java.util.BitSet;
import java.util.List;
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

    /** Rows that pass, in their order. Where a position is named by its whole id no other row is looked at. */
    public IntStream passing(PositionRows rows, Pools pools) {
        RowCondition condition = bind(rows, pools);
        return candidates(rows).filter(row -> condition.holds(rows, row));
    }

    private IntStream candidates(PositionRows rows) {
        return terms.stream()
                .filter(Term.WholeId.class::isInstance)
                .map(Term.WholeId.class::cast)
                .findFirst()
                .map(whole -> IntStream.of(rows.find(whole.id())).filter(row -> row >= 0))
                .orElseGet(() -> IntStream.range(0, rows.limit()));
    }

    /** As it applies to rows as long as there are no other words in them and no other pools; free rows do not pass. */
    RowCondition bind(PositionRows rows, Pools pools) {
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
