/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.util.Optional;

/** Reads the logs of Uniswap v4's PoolManager, but for Initialize, by which a pool comes into being. */
final class SingletonLogDecoder {

    private static final int AMOUNT_BITS = 128;
    private static final int LIQUIDITY_BITS = 128;
    private static final int SQRT_PRICE_BITS = 160;
    private static final int WORD_BITS = 256;
    private static final int FEE_BITS = 24;
    /** Two fees in one uint24: the lower is that of swaps from token0 to token1. */
    private static final int PROTOCOL_FEE_BITS = 12;

    private static final int PROTOCOL_FEE_MASK = (1 << PROTOCOL_FEE_BITS) - 1;

    /** The event; empty if it is none that concerns the book. */
    Optional<SingletonEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.V4_SWAP -> Optional.of(swap(log));
            case Topic0.V4_MODIFY -> Optional.of(modify(log));
            case Topic0.V4_DONATE -> Optional.of(donate(log));
            case Topic0.V4_PROTOCOL_FEE -> Optional.of(protocolFee(log));
            default -> Optional.empty();
        };
    }

    private static SingletonEvent swap(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Swap (v4)", 2, 6);
        return new SingletonEvent.Swap(
                words.topic(1, "id").bytes32(),
                words.data(0, "amount0").signed(AMOUNT_BITS),
                words.data(1, "amount1").signed(AMOUNT_BITS),
                words.data(2, "sqrtPriceX96").unsigned(SQRT_PRICE_BITS),
                words.data(3, "liquidity").unsigned(LIQUIDITY_BITS),
                words.data(4, "tick").int24(),
                words.data(5, "fee").unsigned(FEE_BITS).intValueExact());
    }

    private static SingletonEvent modify(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "ModifyLiquidity", 2, 4);
        return new SingletonEvent.Modify(
                words.topic(1, "id").bytes32(),
                words.topic(2, "sender").address(),
                words.data(0, "tickLower").int24(),
                words.data(1, "tickUpper").int24(),
                // Declared as int256; the pool takes an int128.
                words.data(2, "liquidityDelta").signed(AMOUNT_BITS),
                words.data(3, "salt").bytes32());
    }

    private static SingletonEvent donate(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Donate", 2, 2);
        return new SingletonEvent.Donate(
                words.topic(1, "id").bytes32(),
                words.data(0, "amount0").unsigned(WORD_BITS),
                words.data(1, "amount1").unsigned(WORD_BITS));
    }

    private static SingletonEvent protocolFee(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "ProtocolFeeUpdated", 1, 1);
        BigInteger fees = words.data(0, "protocolFee").unsigned(FEE_BITS);
        return new SingletonEvent.ProtocolFee(
                words.topic(1, "id").bytes32(),
                fees.intValueExact() & PROTOCOL_FEE_MASK,
                fees.intValueExact() >> PROTOCOL_FEE_BITS);
    }
}
