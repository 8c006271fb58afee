/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.PoolTerms.Curve;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.JournaledMap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Stored form of every table of every kind of book. Not thread-safe: each task has its own. */
public final class BookTables {

    /** Table of a book's positions, by their key. */
    public static final String POSITIONS = "positions";

    /** Table of a concentrated pool's slots. */
    public static final String SLOTS = "slots";

    /** Table of a constant product pair's LP tokens, by holder. */
    public static final String HOLDERS = "holders";

    private static final String LOSSES = "losses";
    private static final String LOSS_PAST = "loss-past";

    private final Map<Curve, Map<String, TableCodec<?, ?>>> codecs = new EnumMap<>(Curve.class);

    public BookTables() {
        TableCodec<?, ?> positions = new TableCodec<>(KeyCodec.TEXT, PositionRows.positions());
        TableCodec<?, ?> losses = new TableCodec<>(KeyCodec.NUMBER, LossRows.accrued());
        TableCodec<?, ?> lossPast = new TableCodec<>(KeyCodec.PAST, LossRows.poolPast());
        codecs.put(
                Curve.CONCENTRATED,
                Map.of(
                        "pool",
                        new TableCodec<>(KeyCodec.NUMBER, ConcentratedRows.states()),
                        "ticks",
                        new TableCodec<>(KeyCodec.NUMBER, ConcentratedRows.ticks()),
                        SLOTS,
                        new TableCodec<>(KeyCodec.SLOT, ConcentratedRows.slots()),
                        POSITIONS,
                        positions,
                        LOSSES,
                        losses,
                        LOSS_PAST,
                        lossPast,
                        "loss-ticks",
                        new TableCodec<>(KeyCodec.NUMBER, LossRows.ticks()),
                        "loss-ticks-past",
                        new TableCodec<>(KeyCodec.PAST, LossRows.tickPast())));
        codecs.put(
                Curve.CONSTANT_PRODUCT,
                Map.of(
                        "pool",
                        new TableCodec<>(KeyCodec.NUMBER, ConstantProductRows.states()),
                        HOLDERS,
                        new TableCodec<>(KeyCodec.TEXT, ConstantProductRows.holders()),
                        "movements",
                        new TableCodec<>(KeyCodec.TEXT, ConstantProductRows.movements()),
                        POSITIONS,
                        positions,
                        LOSSES,
                        losses,
                        LOSS_PAST,
                        lossPast));
    }

    /** Bytes of a change: its row's key and what the row held before. */
    ChangeRow row(Curve curve, Change<?, ?> change) {
        return rowOf(curve, change);
    }

    private <K extends Comparable<? super K>, V> ChangeRow rowOf(Curve curve, Change<K, V> change) {
        TableCodec<K, V> codec = codec(curve, change.table());
        byte[] old = codec.encodedOrNull(change.oldValue());
        return new ChangeRow(
                change.table().name(),
                java.nio.ByteBuffer.wrap(codec.encodedKey(change.key())),
                old == null ? null : java.nio.ByteBuffer.wrap(old));
    }

    /** A stored change of one of these tables. */
    Change<?, ?> change(Curve curve, List<JournaledMap<?, ?>> tables, ChangeRow row) {
        return changeOf(curve, named(tables, row.getTable()), row);
    }

    private <K extends Comparable<? super K>, V> Change<K, V> changeOf(
            Curve curve, JournaledMap<K, V> table, ChangeRow row) {
        byte[] old = row.getOldValue() == null ? null : row.getOldValue().array();
        return codec(curve, table).change(table, row.getRowKey().array(), old);
    }

    static JournaledMap<?, ?> named(List<JournaledMap<?, ?>> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the book has no table " + name));
    }

    /** A table's codec has the table's own types: the names say so. */
    @SuppressWarnings("unchecked")
    <K extends Comparable<? super K>, V> TableCodec<K, V> codec(Curve curve, JournaledMap<K, V> table) {
        TableCodec<?, ?> codec = codecs.get(curve).get(table.name());
        if (codec == null) {
            throw new IllegalStateException("no stored form of table " + table.name() + " of " + curve + " books");
        }
        return (TableCodec<K, V>) codec;
    }
}
