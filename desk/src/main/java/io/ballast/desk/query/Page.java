/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.query;

import java.util.List;

/**
 * Some positions in order.
 *
 * @param total  positions that pass, on all pages
 * @param version  of the newest change of positions that it has seen: see {@link io.ballast.desk.store.Versions}
 * @param next  cursor of the next page; null: this is the last
 */
public record Page(List<Row> rows, long total, long version, String next) {
    /** One position, as its record came. */
    public record Row(String id, long version, byte[] value) {}
}
