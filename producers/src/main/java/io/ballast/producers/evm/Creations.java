/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import io.ballast.producers.pools.PoolListing;
import java.util.Optional;

/** Tells which pool a factory's log is about, for whoever has to fetch that pool's logs. */
public final class Creations {

    private static final FactoryLogDecoder FACTORY_LOGS = new FactoryLogDecoder();

    private Creations() {}

    /** The pool as created; empty if the log is none of a factory's, or cannot be read: the decoder says why. */
    public static Optional<PoolListing> of(EvmLog log) {
        try {
            Optional<FactoryEvent> created = FACTORY_LOGS.decode(log);
            return created.isPresent()
                    ? Optional.of(KnownPools.listing(created.get(), log.address()))
                    : Optional.empty();
        } catch (MalformedLogException unreadable) {
            return Optional.empty();
        }
    }
}
