/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;

/**
 * When a browser showed the Book.
 *
 * @param firstPaintMs  from the start of the navigation to the first text on the screen
 * @param rowsMs  to the frame in which the rows were there
 * @param rows  how many
 */
public record FirstPaint(double firstPaintMs, double rowsMs, int rows) {

    /** The second frame after rows are there: the first one has painted them. */
    private static final String WAIT_FOR_ROWS =
            """
            new Promise(done => {
              const look = () => {
                const rows = document.querySelectorAll('.book tbody tr').length;
                if (!rows) return requestAnimationFrame(look);
                requestAnimationFrame(() => requestAnimationFrame(() => done({
                  rows,
                  rowsMs: performance.now(),
                  firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null })));
              };
              look();
            })""";

    /** Opens the Book in a new tab. */
    public static FirstPaint of(Chromium browser, URI desk) throws IOException, InterruptedException {
        JsonNode seen = browser.open(desk.resolve("#/book?sort=-value_usd"), WAIT_FOR_ROWS);
        return new FirstPaint(
                seen.path("firstPaintMs").asDouble(Double.NaN),
                seen.path("rowsMs").asDouble(Double.NaN),
                seen.path("rows").asInt());
    }
}
