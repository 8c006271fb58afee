/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import java.util.List;

/**
 * Something that a page asks of a book.
 *
 * @param goalMs  within which it should be answered
 */
record BookQuestion(String what, String path, double goalMs) {

    private static final double FIRST_PAGE_MS = 300;
    private static final double ANY_MS = 1000;

    /** What the page of a book asks when it is opened, sorted, filtered and grouped. */
    static List<BookQuestion> all() {
        return List.of(
                page("first page", "sort=-value_usd", FIRST_PAGE_MS),
                page("sort by size of the loss", "sort=-abs:il_usd", ANY_MS),
                page("sort by pool, then value", "sort=pool,-value_usd", ANY_MS),
                page("filter by pool and value", "q=pool:weth+value_usd%3E50k&sort=il_usd", ANY_MS),
                page("filter by portfolio", "q=portfolio:%3Dother/7&sort=-value_usd", ANY_MS),
                page("search for an owner", "q=d0000003&sort=-value_usd", ANY_MS),
                new BookQuestion("sums by portfolio", "api/v1/position-groups?by=portfolio", ANY_MS));
    }

    private static BookQuestion page(String what, String query, double goalMs) {
        return new BookQuestion(what, "api/v1/positions?limit=100&" + query, goalMs);
    }
}
