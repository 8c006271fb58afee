/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.ConcentratedKind;
import io.ballast.risk.book.ConstantProductKind;
import io.ballast.risk.book.LiquidityHistory;
import io.ballast.risk.book.Pauses;
import io.ballast.risk.book.PoolKind;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.row.TableForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stored form of every table of every kind of book. Tables that several kinds have are here, by name, and so are those of the
 * two kinds that were here before kinds said it themselves; the rest a kind says. Not thread-safe: each task has its own.
 */
public final class BookTables {

    /** Table of a book's positions, by their key. */
    public static final String POSITIONS = "positions";

    /** Table of a concentrated pool's slots. */
    public static final String SLOTS = "slots";

    /** Table of a pool's LP tokens, by holder. */
    public static final String HOLDERS = "holders";

    private static final String JIT = "jit";
    private static final String MOVEMENTS = "movements";

    private final Map<String, TableCodec<?, ?>> common = Map.of(
            LiquidityHistory.NOW,
            new TableCodec<>(KeyCodec.NUMBER, LiquidityRows.held()),
            LiquidityHistory.PAST,
            new TableCodec<>(KeyCodec.PAST, ConstantProductRows.holders()),
            POSITIONS,
            new TableCodec<>(KeyCodec.TEXT, PositionRows.positions()),
            HOLDERS,
            new TableCodec<>(KeyCodec.TEXT, ConstantProductRows.holders()),
            MOVEMENTS,
            new TableCodec<>(KeyCodec.TEXT, ConstantProductRows.movements()),
            Pauses.TABLE,
            new TableCodec<>(
                    KeyCodec.TEXT, RowCodec.of(PauseRow.getClassSchema(), PauseRow::new, PauseRow::getSinceMs)),
            "losses",
            new TableCodec<>(KeyCodec.NUMBER, LossRows.accrued()),
            "loss-past",
            new TableCodec<>(KeyCodec.PAST, LossRows.poolPast()),
            "holdings",
            new TableCodec<>(KeyCodec.NUMBER, HoldingRows.held()),
            "holdings-past",
            new TableCodec<>(KeyCodec.PAST, HoldingRows.past()));
    private final Map<PoolKind, Map<String, TableCodec<?, ?>>> own = new HashMap<>();

    public BookTables() {
        own.put(
                new ConcentratedKind(),
                Map.of(
                        "pool",
                        new TableCodec<>(KeyCodec.NUMBER, ConcentratedRows.states()),
                        "ticks",
                        new TableCodec<>(KeyCodec.NUMBER, ConcentratedRows.ticks()),
                        SLOTS,
                        new TableCodec<>(KeyCodec.SLOT, ConcentratedRows.slots()),
                        "loss-ticks",
                        new TableCodec<>(KeyCodec.NUMBER, LossRows.ticks()),
                        JIT,
                        new TableCodec<>(KeyCodec.NUMBER, LiquidityRows.jit()),
                        "loss-ticks-past",
                        new TableCodec<>(KeyCodec.PAST, LossRows.tickPast())));
        own.put(
                new ConstantProductKind(),
                Map.of("pool", new TableCodec<>(KeyCodec.NUMBER, ConstantProductRows.states())));
    }

    /** Bytes of a change: its row's key and what the row held before. */
    ChangeRow row(PoolKind kind, Change<?, ?> change) {
        return rowOf(kind, change);
    }

    private <K extends Comparable<? super K>, V> ChangeRow rowOf(PoolKind kind, Change<K, V> change) {
        TableCodec<K, V> codec = codec(kind, change.table());
        byte[] old = codec.encodedOrNull(change.oldValue());
        return new ChangeRow(
                change.table().name(),
                java.nio.ByteBuffer.wrap(codec.encodedKey(change.key())),
                old == null ? null : java.nio.ByteBuffer.wrap(old));
    }

    /** A stored change of one of these tables. */
    Change<?, ?> change(PoolKind kind, List<JournaledMap<?, ?>> tables, ChangeRow row) {
        return changeOf(kind, named(tables, row.getTable()), row);
    }

    private <K extends Comparable<? super K>, V> Change<K, V> changeOf(
            PoolKind kind, JournaledMap<K, V> table, ChangeRow row) {
        byte[] old = row.getOldValue() == null ? null : row.getOldValue().array();
        return codec(kind, table).change(table, row.getRowKey().array(), old);
    }

    static JournaledMap<?, ?> named(List<JournaledMap<?, ?>> tables, String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the book has no table " + name));
    }

    /** A table's codec has the table's own types: the names say so. */
    @SuppressWarnings("unchecked")
    <K extends Comparable<? super K>, V> TableCodec<K, V> codec(PoolKind kind, JournaledMap<K, V> table) {
        TableCodec<?, ?> codec =
                own.computeIfAbsent(kind, BookTables::formsOf).getOrDefault(table.name(), common.get(table.name()));
        if (codec == null) {
            throw new IllegalStateException(
                    "no stored form of table " + table.name() + " of " + kind.name() + " books");
        }
        return (TableCodec<K, V>) codec;
    }

    private static Map<String, TableCodec<?, ?>> formsOf(PoolKind kind) {
        return kind.tables().stream().collect(Collectors.toUnmodifiableMap(TableForm::name, form -> codecOf(form)));
    }

    @SuppressWarnings("unchecked")
    private static <K extends Comparable<? super K>, V> TableCodec<K, V> codecOf(TableForm<K, V> form) {
        KeyCodec<K> keys = (KeyCodec<K>) (form.keyType() == Integer.class ? KeyCodec.NUMBER : KeyCodec.TEXT);
        return new TableCodec<>(keys, new RowCodec<>(form.rows()::bytes, form.rows()::value));
    }
}
