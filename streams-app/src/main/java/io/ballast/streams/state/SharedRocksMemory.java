/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/** One block cache and one budget of write buffers for all stores of an instance. Close after the stores. */
public final class SharedRocksMemory implements AutoCloseable {

    /** Key of this object among the settings of Kafka Streams. */
    public static final String SETTING = "ballast.internal.shared.rocks.memory";

    /** As RocksDB chooses it. */
    private static final int SHARD_BITS = -1;

    /** Part of the cache that data cannot take from indexes and filters. */
    private static final double KEPT_FOR_INDEXES = 0.2;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;

    /**
     * @param cacheBytes  of the cache, in which write buffers count
     * @param writeBufferBytes  of all write buffers
     */
    public SharedRocksMemory(long cacheBytes, long writeBufferBytes) {
        RocksDB.loadLibrary();
        cache = new LRUCache(cacheBytes, SHARD_BITS, false, KEPT_FOR_INDEXES);
        writeBuffers = new WriteBufferManager(writeBufferBytes, cache);
    }

    Cache cache() {
        return cache;
    }

    WriteBufferManager writeBuffers() {
        return writeBuffers;
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }
}
