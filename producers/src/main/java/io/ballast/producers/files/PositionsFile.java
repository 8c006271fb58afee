/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.files;

import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads positions for minute bars: {@code owner, tick_lower, tick_upper, liquidity, from, to, name}, the last two optional,
 * as CSV, as a JSON array, or as the array {@code positions} of an object. Times are UTC: {@code 2022-07-19},
 * {@code 2022-07-19 13:45:00} or {@code 2022-07-19T13:45:00Z}.
 */
public final class PositionsFile {

    private PositionsFile() {}

    /** @throws InputException if it cannot be read or breaks a rule */
    public static List<PositionListing> read(Path path) {
        Table table = Table.read(path);
        List<Row> rows = table.list("positions").isEmpty() ? table.list(Table.UNNAMED) : table.list("positions");
        if (rows.isEmpty()) {
            throw new InputException(path + " has no positions in it");
        }
        return rows.stream().map(PositionsFile::position).toList();
    }

    private static PositionListing position(Row row) {
        try {
            return new PositionListing(
                    row.requiredText("owner").toLowerCase(Locale.ROOT),
                    row.required("tick_lower", row.integer("tick_lower", TickMath.MIN_TICK, TickMath.MAX_TICK)),
                    row.required("tick_upper", row.integer("tick_upper", TickMath.MIN_TICK, TickMath.MAX_TICK)),
                    row.<BigInteger>required("liquidity", row.wholeNumber("liquidity")),
                    row.required("from", time(row, "from")),
                    time(row, "to"),
                    row.text("name"));
        } catch (IllegalArgumentException e) {
            throw new InputException(row.place() + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Instant> time(Row row, String name) {
        return row.text(name).map(value -> {
            try {
                return UtcTime.parse(value);
            } catch (DateTimeException e) {
                throw row.broken(name, value, UtcTime.FORMS);
            }
        });
    }
}
