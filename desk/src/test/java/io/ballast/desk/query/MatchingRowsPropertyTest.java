/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.Samples;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.Versions;
import io.ballast.schema.PositionRisk;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is kept up change by change is what a look at all rows finds. */
class MatchingRowsPropertyTest {
    private final PositionBook book = new PositionBook(new Versions("test"));
    private final Pools pools = new Pools();
    private final Paging paging = new Paging(book, pools);

    /** One change: of a position's value and portfolio, its removal, or that its pool becomes known. */
    record Change(int number, int value, String portfolio, Kind kind) {
        enum Kind {
            PUT,
            REMOVE,
            POOL
        }
    }

    @Provide
    static Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.of("desk-a", "desk-b", "desk-c/x"),
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.just(Change.Kind.PUT)),
                                Tuple.of(2, Arbitraries.just(Change.Kind.REMOVE)),
                                Tuple.of(1, Arbitraries.just(Change.Kind.POOL))))
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    static Arbitrary<String> queries() {
        return Arbitraries.of(
                "",
                "value_usd>100",
                "portfolio:=desk-b",
                "-portfolio:desk-a value_usd<50",
                "pool:weth/usdc",
                "desk-c",
                "id:=" + Samples.WETH_USDC + "/nft:3");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void isTheSameAsALookAtAllRows(
            @ForAll("changes") List<Change> changes, @ForAll("queries") String text, @ForAll boolean entitledToAll) {
        Query query = Query.of(text, entitledToAll ? Entitlement.everything() : Entitlement.of(List.of("desk-b")));
        MatchingRows matching = paging.matching(query);
        Ordering ordering = Ordering.of("-value_usd");
        for (Change change : changes) {
            apply(change);

            Page kept = paging.first(matching, ordering, 5);
            Page fresh = paging.page(query, ordering, null, 5);
            assertThat(kept).isEqualTo(fresh);
        }
    }

    private void apply(Change change) {
        PositionRisk risk = Samples.position(Samples.WETH_USDC, change.number(), change.value());
        risk.setPortfolio(change.portfolio());
        switch (change.kind()) {
            case PUT -> book.put(risk.getPositionId(), risk, new byte[0], 0, 0);
            case REMOVE -> book.remove(risk.getPositionId());
            case POOL -> pools.put(Samples.pool(Samples.WETH_USDC, "WETH", 18, "USDC", 6));
        }
    }
}
