/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
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
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(memory.writeBuffers());
    }

    /** What is shared is not closed with one store. */
    @Override
    public void close(String storeName, Options options) {}
}
