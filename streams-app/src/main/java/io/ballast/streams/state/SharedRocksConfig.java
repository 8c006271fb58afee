/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.IndexType;
import org.rocksdb.Options;

/** Makes every store use the memory that all stores share. */
public final class SharedRocksConfig implements RocksDBConfigSetter {

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> settings) {
        if (!(settings.get(SharedRocksMemory.SETTING) instanceof SharedRocksMemory memory)) {
            throw new IllegalStateException("no " + SharedRocksMemory.SETTING + " among the settings");
        }
        BlockBasedTableConfig tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(memory.cache());
        tables.setCacheIndexAndFilterBlocks(true);
        tables.setCacheIndexAndFilterBlocksWithHighPriority(true);
        // In one piece a filter or an index grows with the file, soon beyond what a shard of the cache can hold; it
        // would
        // then be read from disk at every look-up.
        tables.setIndexType(IndexType.kTwoLevelIndexSearch);
        tables.setPartitionFilters(true);
        tables.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(memory.writeBuffers());
    }

    /** What is shared is not closed with one store. */
    @Override
    public void close(String storeName, Options options) {}
}
