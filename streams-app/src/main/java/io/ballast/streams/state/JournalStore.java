/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.book.Arrival;
import io.ballast.risk.book.Entry;
import io.ballast.risk.book.LogPosition;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.streams.record.Coordinates;
import io.ballast.streams.record.Origin;
import io.ballast.streams.record.RecordReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The recent history of each pool, oldest first. Entries are numbered on and on; a row holds up to {@value #PER_ROW} of them, since
 * a busy pool has as many between two commits. Key: pool id, 0x00, number of its first entry over {@value #PER_ROW}.
 *
 * <p>Of what a row's entries changed, only the values before all of them are kept. What each of them replaced is found by
 * taking the book back to there and applying them again.
 */
public final class JournalStore {

    /** Entries of one row. */
    public static final int PER_ROW = 64;

    /** Is told of one entry, without its changes: they come back when it is applied again. */
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
        List<ChangeRow> before = OldestValues.of(entries).stream()
                .map(change -> tables.row(book.terms().kind(), change))
                .toList();
        List<JournalEntryRow> stored =
                entries.stream().map(JournalStore::entryRow).toList();
        store.put(StoreKeys.key(poolId, row), rows.encode(new JournalRow(first, before, stored)));
    }

    /** @param row  its number */
    public void delete(String poolId, long row) {
        store.delete(StoreKeys.key(poolId, row));
    }

    /**
     * Takes a book back to before the oldest entry of the rows there are, and then hands out all entries, oldest first: each is to be
     * applied again at once.
     */
    public void rewind(String poolId, PoolBook book, Visitor visitor) {
        List<JournalRow> stored = new ArrayList<>();
        Prefixed.each(store, poolId, (key, row) -> stored.add(rows.decode(row)));
        for (int i = stored.size() - 1; i >= 0; i--) {
            Journal.undo(changes(book, stored.get(i)));
        }
        for (JournalRow row : stored) {
            long number = row.getFirst();
            for (JournalEntryRow entry : row.getEntries()) {
                visitor.visit(number++, entry(poolId, entry));
            }
        }
    }

    private List<Change<?, ?>> changes(PoolBook book, JournalRow row) {
        return row.getBefore().stream()
                .map(change -> tables.change(book.terms().kind(), book.tables(), change))
                .collect(Collectors.toUnmodifiableList());
    }

    private static JournalEntryRow entryRow(Entry<Origin> entry) {
        Origin origin = entry.arrival().source();
        LogPosition place = entry.placedAt();
        return new JournalEntryRow(
                origin.from().topic().shortName(),
                origin.from().partition(),
                origin.from().offset(),
                ByteBuffer.wrap(origin.value()),
                entry.late() ? new PlaceRow(place.blockNumber(), place.blockHash(), place.logIndex()) : null,
                entry.settled(),
                RawIntegers.bytesOrNull(entry.arrival().marks().usdPerToken1X96()),
                RawIntegers.bytesOrNull(entry.arrival().marks().marketPriceX192()));
    }

    private Entry<Origin> entry(String poolId, JournalEntryRow row) {
        Coordinates from = SourceRows.coordinates(row.getTopic(), topicPrefix, row.getPartition(), row.getOffset());
        Arrival<Origin> arrival = reader.arrival(poolId, from, row.getValue().array());
        PlaceRow late = row.getLate();
        Marks marks = new Marks(
                arrival.marks().timeMs(),
                RawIntegers.numberOrNull(row.getUsdPerToken1X96()),
                RawIntegers.numberOrNull(row.getMarketPriceX192()));
        return new Entry<>(
                arrival.withMarks(marks),
                late == null ? arrival.at() : new LogPosition(late.getBlock(), late.getHash(), late.getLog()),
                List.of(),
                null,
                row.getSettled());
    }
}
