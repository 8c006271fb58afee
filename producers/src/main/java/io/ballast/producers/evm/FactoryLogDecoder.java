/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/** Reads the logs by which pools come into being: of the Uniswap v2, v3 and v4 factories and of those made after them. */
final class FactoryLogDecoder {

    private static final int FEE_BITS = 24;
    private static final int SQRT_PRICE_BITS = 160;

    /** The event; empty if the log is none of a factory's. */
    Optional<FactoryEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.POOL_CREATED -> Optional.of(poolCreated(log));
            case Topic0.SLIPSTREAM_POOL_CREATED -> Optional.of(slipstreamCreated(log));
            case Topic0.V4_INITIALIZE -> Optional.of(poolInitialized(log));
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

    private static FactoryEvent slipstreamCreated(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "PoolCreated (Slipstream)", 3, 1);
        return new FactoryEvent.SlipstreamCreated(
                words.topic(1, "token0").address(),
                words.topic(2, "token1").address(),
                words.topic(3, "tickSpacing").int24(),
                words.data(0, "pool").address());
    }

    private static FactoryEvent poolInitialized(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Initialize (v4)", 3, 5);
        return new FactoryEvent.PoolInitialized(
                words.topic(2, "currency0").address(),
                words.topic(3, "currency1").address(),
                words.data(0, "fee").unsigned(FEE_BITS).intValueExact(),
                words.data(1, "tickSpacing").int24(),
                words.data(2, "hooks").address(),
                words.data(3, "sqrtPriceX96").unsigned(SQRT_PRICE_BITS),
                words.data(4, "tick").int24(),
                words.topic(1, "id").bytes32());
    }

    private static FactoryEvent pairCreated(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "PairCreated", 2, 2);
        return new FactoryEvent.PairCreated(
                words.topic(1, "token0").address(),
                words.topic(2, "token1").address(),
                words.data(0, "pair").address());
    }
}
