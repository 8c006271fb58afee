/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.topology;

import static io.ballast.streams.testkit.SmallPool.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.streams.naming.Names;
import io.ballast.streams.testkit.BookDriver;
import io.ballast.streams.testkit.Chain;
import io.ballast.streams.testkit.SmallPool;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a book holds is in the stores after every commit; Kafka's test driver commits after every record. */
class CommitHookTopologyTest {

    private static final long SOME = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final Chain chain = new Chain("a", 100);
    private final SmallPool pool = new SmallPool(chain).define().initialize();

    @Test
    void shouldStoreWhatChanged_beforeTheCommit() {
        pool.mint(ALICE, SOME);
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records().subList(0, 2));
            int before = rows(books, Names.BOOK_ROWS_STORE);

            books.feed(chain.records().get(2));

            // The pool's state was there; the position, its slot, both ticks and the pool's first liquidity are new.
            assertThat(rows(books, Names.BOOK_ROWS_STORE)).isEqualTo(before + 5);
        }
    }

    @Test
    void shouldStoreManyEntriesOfTheHistoryInOneRow() {
        pool.mint(ALICE, SOME);
        for (int i = 0; i < 100; i++) {
            chain.nextBlock();
            pool.tick(SOME);
        }
        try (BookDriver books = BookDriver.open(folder)) {
            books.feed(chain.records());

            // 102 entries in rows of 64.
            assertThat(rows(books, Names.JOURNAL_STORE)).isEqualTo(2);
        }
    }

    private static int rows(BookDriver books, String store) {
        KeyValueStore<Bytes, byte[]> rows = books.driver().getKeyValueStore(store);
        int count = 0;
        try (KeyValueIterator<Bytes, byte[]> all = rows.all()) {
            while (all.hasNext()) {
                all.next();
                count++;
            }
        }
        return count;
    }
}
