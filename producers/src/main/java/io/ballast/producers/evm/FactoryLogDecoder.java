/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/** Reads the logs of the Uniswap v3 and v2 factories, and of those made after them. */
final class FactoryLogDecoder {

    private static final int FEE_BITS = 24;

    /** The event; empty if the log is none of a factory's. */
    Optional<FactoryEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.POOL_CREATED -> Optional.of(poolCreated(log));
            case Topic0.PAIR_CREATED -> Optional.of(pairCreated(log));
            default -> Optional.empty();
        };
    }

    private static FactoryEvent poolCreated(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "PoolCreated", 3, 2);
        return new FactoryEvent.PoolCreated(
                words.topic(1, "token0").address(),
                words.topic(2, "token1").address(),
                words.topic(3, "fee").unsigned(FEE_BITS).intValueExact(),
                words.data(0, "tickSpacing").int24(),
                words.data(1, "pool").address());
    }

    private static FactoryEvent pairCreated(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "PairCreated", 2, 2);
        return new FactoryEvent.PairCreated(
                words.topic(1, "token0").address(),
                words.topic(2, "token1").address(),
                words.data(0, "pair").address());
    }
}
