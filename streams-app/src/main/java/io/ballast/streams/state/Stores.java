/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.streams.naming.Names;
import io.ballast.streams.record.RecordReader;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The state of one task: on disk, and in changelog topics.
 *
 * @param pools  definitions
 * @param bookRows  the books themselves
 * @param journal  what can be undone
 * @param timelines  and how far not
 * @param applied  what was taken in before that
 * @param pending  records that wait
 * @param sequences  the order of delivery, and records that wait for their turn in it
 * @param referencePrices  USD prices
 * @param parts  which portfolios' parts were published
 * @param commits  says when a commit is near
 */
public record Stores(
        PoolStore pools,
        BookRowStore bookRows,
        JournalStore journal,
        TimelineStore timelines,
        AppliedStore applied,
        PendingStore pending,
        SequenceStore sequences,
        ReferencePriceStore referencePrices,
        PartStore parts,
        CommitHook commits) {

    /** Builders of all stores; new ones at each call. */
    public static Set<StoreBuilder<?>> builders() {
        Stream<StoreBuilder<?>> onDisk = Stream.of(
                        Names.POOLS_STORE,
                        Names.BOOK_ROWS_STORE,
                        Names.JOURNAL_STORE,
                        Names.APPLIED_STORE,
                        Names.PENDING_STORE,
                        Names.REFERENCE_PRICES_STORE,
                        Names.TOLD_PARTS_STORE)
                .map(Stores::builder);
        return Stream.concat(onDisk, Stream.of(new CommitHookBuilder(Names.COMMIT_HOOK)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static StoreBuilder<?> builder(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingDisabled();
    }

    /**
     * The stores of a task.
     *
     * @param byName  gives the task's store of a name
     * @param reader  reads journaled records
     * @param rowsInMemory  rows used lately that are kept in memory, of each large table of a pool
     */
    public static Stores of(
            Function<String, StateStore> byName, RecordReader reader, String topicPrefix, int rowsInMemory) {
        BookTables tables = new BookTables();
        KeyValueStore<Bytes, byte[]> journal = onDisk(byName, Names.JOURNAL_STORE);
        KeyValueStore<Bytes, byte[]> pending = onDisk(byName, Names.PENDING_STORE);
        return new Stores(
                new PoolStore(onDisk(byName, Names.POOLS_STORE), topicPrefix),
                new BookRowStore(onDisk(byName, Names.BOOK_ROWS_STORE), tables, rowsInMemory),
                new JournalStore(journal, tables, reader, topicPrefix),
                new TimelineStore(journal),
                new AppliedStore(onDisk(byName, Names.APPLIED_STORE)),
                new PendingStore(pending, topicPrefix),
                new SequenceStore(pending, topicPrefix),
                new ReferencePriceStore(onDisk(byName, Names.REFERENCE_PRICES_STORE)),
                new PartStore(onDisk(byName, Names.TOLD_PARTS_STORE)),
                (CommitHook) byName.apply(Names.COMMIT_HOOK));
    }

    /** All of these stores are built with bytes on both sides. */
    @SuppressWarnings("unchecked")
    private static KeyValueStore<Bytes, byte[]> onDisk(Function<String, StateStore> byName, String name) {
        return (KeyValueStore<Bytes, byte[]>) byName.apply(name);
    }
}
