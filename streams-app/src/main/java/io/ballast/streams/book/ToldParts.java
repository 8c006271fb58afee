/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.streams.state.PartStore;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The portfolios whose part of one pool was published: who is assigned where may be another at the next start, and a part that
 * nobody keeps right any more must be taken back then, or it would be counted for ever. Mutable and single-threaded.
 */
final class ToldParts {

    private final PartStore store;
    private final String poolId;
    private final Set<String> told;

    ToldParts(PartStore store, String poolId) {
        this.store = store;
        this.poolId = poolId;
        told = store.of(poolId);
    }

    /** One is being published. */
    void tell(String portfolio) {
        if (told.add(portfolio)) {
            store.add(poolId, portfolio);
        }
    }

    /** Those that are to be taken back, which it forgets with that. */
    Set<String> takeOthers(Collection<String> present) {
        Set<String> others = new TreeSet<>(told);
        others.removeAll(present);
        others.forEach(portfolio -> store.remove(poolId, portfolio));
        told.removeAll(others);
        return others;
    }
}
