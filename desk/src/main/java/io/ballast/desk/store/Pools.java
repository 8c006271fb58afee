/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.store;

import io.ballast.schema.PoolDefinition;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** What pools are, as the topic of pools says. Thread-safe. */
public final class Pools {
    private final ConcurrentMap<String, PoolInfo> pools = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    public void put(PoolDefinition definition) {
        pools.put(definition.getPoolId(), PoolInfo.of(definition));
        version.incrementAndGet();
    }

    /** Another one after each change. */
    public long version() {
        return version.get();
    }

    /** One of which nothing is known has its id for a title. */
    public PoolInfo get(String poolId) {
        return pools.getOrDefault(poolId, PoolInfo.unknown(poolId));
    }
}
