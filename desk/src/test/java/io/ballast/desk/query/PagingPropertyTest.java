/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.desk.Samples;
import io.ballast.desk.security.Entitlement;
import io.ballast.desk.store.Pools;
import io.ballast.desk.store.PositionBook;
import io.ballast.desk.store.Versions;
import io.ballast.schema.PositionRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PagingPropertyTest {
    /** Ordered by the definition: known values by size without sign, the largest first; the rest last; then by id. */
    private static final Comparator<PositionRisk> BY_SIZE_OF_IL = Comparator.comparing(
                    (PositionRisk risk) -> risk.getIlUsd() == null ? null : Math.abs(risk.getIlUsd()),
                    Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(PositionRisk::getPositionId);

    @Property(tries = 200)
    void pagesOneAfterTheOtherAreTheWholeOrder(
            @ForAll @Size(max = 60) List<@IntRange(min = -6, max = 6) Integer> losses,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        PositionBook book = new PositionBook(new Versions("test"));
        List<PositionRisk> all = new ArrayList<>();
        for (int number = 0; number < losses.size(); number++) {
            PositionRisk risk = Samples.position(Samples.WETH_USDC, number, 100);
            risk.setIlUsd(losses.get(number) == 6 ? null : (Double) (double) losses.get(number));
            all.add(risk);
            book.put(risk.getPositionId(), risk, new byte[0], 0, 0);
        }

        assertThat(everyPage(book, limit))
                .containsExactlyElementsOf(all.stream()
                        .sorted(BY_SIZE_OF_IL)
                        .map(PositionRisk::getPositionId)
                        .toList());
    }

    private static List<String> everyPage(PositionBook book, int limit) {
        Paging paging = new Paging(book, new Pools());
        Query query = Query.of("", Entitlement.everything());
        Ordering ordering = Ordering.of("-abs:il_usd");
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page page = paging.page(query, ordering, cursor, limit);
            page.rows().forEach(row -> ids.add(row.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }
}
