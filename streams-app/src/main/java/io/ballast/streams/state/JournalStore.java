/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.LogPosition;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.journal.Change;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.Origin;
import io.ballast.streams.record.RecordReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The recent history of each pool, oldest first: what it takes to undo it. Entries are numbered on and on; a row holds up to
 * {@value #PER_ROW} of them, since a busy pool has as many between two commits. Key: pool id, 0x00, number of its first entry
 * over {@value #PER_ROW}. Value: number of its first entry, then each entry with its length before it.
 */
public final class JournalStore {

    /** Entries of one row. */
    public static final int PER_ROW = 64;

    /** Is told of one entry. */
    public interface Visitor {
        void visit(long number, Entry<Origin> entry);
    }

    private final KeyValueStore<Bytes, byte[]> store;
    private final BookTables tables;
    private final RecordReader reader;
    private final String topicPrefix;
    private final SingleObject<JournalRow> rows = new SingleObject<>(JournalRow.getClassSchema());

    public JournalStore(
            KeyValueStore<Bytes, byte[]> store, BookTables tables, RecordReader reader, String topicPrefix) {
        this.store = store;
        this.tables = tables;
        this.reader = reader;
        this.topicPrefix = topicPrefix;
    }

    /**
     * Stores a row.
     *
     * @param row  its number
     * @param first  number of the first of these entries, which is in that row
     * @param entries  at least one
     */
    public void put(String poolId, long row, long first, PoolBook book, List<Entry<Origin>> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(first).array());
        for (Entry<Origin> entry : entries) {
            byte[] encoded = rows.encode(row(book, entry));
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(encoded.length).array());
            bytes.writeBytes(encoded);
        }
        store.put(StoreKeys.key(poolId, row), bytes.toByteArray());
    }

    /** @param row  its number */
    public void delete(String poolId, long row) {
        store.delete(StoreKeys.key(poolId, row));
    }

    /** All entries of a pool over its book, oldest first. */
    public void each(String poolId, PoolBook book, Visitor visitor) {
        Prefixed.each(store, poolId, (key, row) -> {
            ByteBuffer bytes = ByteBuffer.wrap(row);
            for (long number = bytes.getLong(); bytes.hasRemaining(); number++) {
                byte[] encoded = new byte[bytes.getInt()];
                bytes.get(encoded);
                visitor.visit(number, entry(poolId, book, rows.decode(encoded)));
            }
        });
    }

    private JournalRow row(PoolBook book, Entry<Origin> entry) {
        Origin origin = entry.arrival().source();
        List<ChangeRow> changes = entry.changes().stream()
                .map(change -> tables.row(book.terms().kind(), change))
                .toList();
        return new JournalRow(
                origin.from().topic().shortName(),
                origin.from().partition(),
                origin.from().offset(),
                ByteBuffer.wrap(origin.value()),
                entry.placedAt().blockNumber(),
                entry.placedAt().blockHash(),
                entry.placedAt().logIndex(),
                entry.refusal(),
                entry.settled(),
                changes,
                RawIntegers.bytesOrNull(entry.arrival().marks().usdPerToken1X96()),
                RawIntegers.bytesOrNull(entry.arrival().marks().marketPriceX192()));
    }

    private Entry<Origin> entry(String poolId, PoolBook book, JournalRow row) {
        Coordinates from = SourceRows.coordinates(row.getTopic(), topicPrefix, row.getPartition(), row.getOffset());
        Arrival<Origin> arrival = reader.arrival(poolId, from, row.getValue().array());
        List<Change<?, ?>> changes = row.getChanges().stream()
                .map(change -> tables.change(book.terms().kind(), book.tables(), change))
                .collect(Collectors.toUnmodifiableList());
        Marks marks = new Marks(
                arrival.marks().timeMs(),
                RawIntegers.numberOrNull(row.getUsdPerToken1X96()),
                RawIntegers.numberOrNull(row.getMarketPriceX192()));
        return new Entry<>(
                arrival.withMarks(marks),
                new LogPosition(row.getPlacedBlock(), row.getPlacedHash(), row.getPlacedLog()),
                changes,
                row.getRefusal(),
                row.getSettled());
    }
}
