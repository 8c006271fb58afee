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
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The recent history of each pool, oldest first: what it takes to undo it. Key: pool id, 0x00, running number. */
public final class JournalStore {

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

    public void put(String poolId, long number, PoolBook book, Entry<Origin> entry) {
        store.put(StoreKeys.key(poolId, number), rows.encode(row(book, entry)));
    }

    public void delete(String poolId, long number) {
        store.delete(StoreKeys.key(poolId, number));
    }

    /** All entries of a pool over its book, oldest first. */
    public void each(String poolId, PoolBook book, Visitor visitor) {
        Prefixed.each(
                store,
                poolId,
                (key, row) -> visitor.visit(StoreKeys.number(key), entry(poolId, book, rows.decode(row))));
    }

    private JournalRow row(PoolBook book, Entry<Origin> entry) {
        Origin origin = entry.arrival().source();
        List<ChangeRow> changes = entry.changes().stream()
                .map(change -> tables.row(book.terms().curve(), change))
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
                .map(change -> tables.change(book.terms().curve(), book.tables(), change))
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
