/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import io.ballast.desk.store.Figure;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionRows;
import io.ballast.desk.store.TextField;
import io.ballast.schema.QualityFlag;
import java.util.BitSet;
import java.util.Locale;
import java.util.function.Predicate;

/** One word of a query. */
sealed interface Term {
    /** As it applies to rows as long as there are no other words in them and no other pools. */
    RowCondition bind(PositionRows rows, Pools pools);

    /** A figure compared; one that is not known passes nothing. */
    record Comparison(Figure figure, Comparator comparator, double bound) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            return (now, row) -> comparator.holds(now.figure(figure, row), bound);
        }
    }

    /** A word that contains the text, or is it where {@code whole}. */
    record Text(TextField field, String text, boolean whole) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            BitSet matching = rows.dictionary(field).matching(passes(pools));
            return (now, row) -> matching.get(now.word(field, row));
        }

        private Predicate<String> passes(Pools pools) {
            Predicate<String> plain = word -> passes(word);
            return field == TextField.POOL ? plain.or(id -> passes(pools.get(id).title())) : plain;
        }

        private boolean passes(String word) {
            String lower = word.toLowerCase(Locale.ROOT);
            return whole ? lower.equals(text) : lower.contains(text);
        }
    }

    /** The id contains the text. */
    record Id(String text) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            return (now, row) -> now.id(row).toLowerCase(Locale.ROOT).contains(text);
        }
    }

    /** The id is the text, capitals and all. */
    record WholeId(String id) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            return (now, row) -> id.equals(now.id(row));
        }
    }

    /** A quality flag is set. */
    record Flagged(QualityFlag flag) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            return (now, row) -> now.hasFlag(flag, row);
        }
    }

    /** Anywhere: in the id, the pool's title, the portfolio or the owner. */
    record Anywhere(String text) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            RowCondition id = new Id(text).bind(rows, pools);
            RowCondition pool = new Text(TextField.POOL, text, false).bind(rows, pools);
            RowCondition portfolio = new Text(TextField.PORTFOLIO, text, false).bind(rows, pools);
            RowCondition owner = new Text(TextField.OWNER, text, false).bind(rows, pools);
            return (now, row) ->
                    pool.holds(now, row) || portfolio.holds(now, row) || owner.holds(now, row) || id.holds(now, row);
        }
    }

    /** The contrary. */
    record Not(Term term) implements Term {
        @Override
        public RowCondition bind(PositionRows rows, Pools pools) {
            return term.bind(rows, pools).negated();
        }
    }
}
