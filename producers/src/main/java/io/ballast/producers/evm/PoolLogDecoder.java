/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/** Reads the logs of Uniswap v3 pools, and those that PancakeSwap's have of their own. */
final class PoolLogDecoder {

    private static final int LIQUIDITY_BITS = 128;
    private static final int SQRT_PRICE_BITS = 160;
    private static final int WORD_BITS = 256;
    private static final int FEE_PROTOCOL_BITS = 8;
    /** Declared as uint32; the pool keeps 16 bits of each. */
    private static final int PANCAKE_FEE_PROTOCOL_BITS = 16;

    /** The event; empty if it is none that concerns the book. */
    Optional<ConcentratedEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.INITIALIZE -> Optional.of(initialize(log));
            case Topic0.MINT -> Optional.of(mint(log));
            case Topic0.BURN -> Optional.of(burn(log));
            case Topic0.COLLECT -> Optional.of(collect(log));
            case Topic0.SWAP -> Optional.of(swap(EventWords.of(log, "Swap", 2, 5), Optional.empty()));
            case Topic0.PANCAKE_SWAP -> Optional.of(pancakeSwap(log));
            case Topic0.FLASH -> Optional.of(flash(log));
            case Topic0.SET_FEE_PROTOCOL -> Optional.of(setFeeProtocol(log, FEE_PROTOCOL_BITS));
            case Topic0.PANCAKE_SET_FEE_PROTOCOL -> Optional.of(setFeeProtocol(log, PANCAKE_FEE_PROTOCOL_BITS));
            case Topic0.COLLECT_PROTOCOL -> Optional.of(collectProtocol(log));
            default -> Optional.empty();
        };
    }

    private static ConcentratedEvent initialize(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Initialize", 0, 2);
        return new ConcentratedEvent.Initialize(
                words.data(0, "sqrtPriceX96").unsigned(SQRT_PRICE_BITS),
                words.data(1, "tick").int24());
    }

    private static ConcentratedEvent mint(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Mint", 3, 4);
        return new ConcentratedEvent.Mint(
                words.topic(1, "owner").address(),
                words.topic(2, "tickLower").int24(),
                words.topic(3, "tickUpper").int24(),
                words.data(1, "amount").unsigned(LIQUIDITY_BITS),
                words.data(2, "amount0").unsigned(WORD_BITS),
                words.data(3, "amount1").unsigned(WORD_BITS));
    }

    private static ConcentratedEvent burn(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Burn", 3, 3);
        return new ConcentratedEvent.Burn(
                words.topic(1, "owner").address(),
                words.topic(2, "tickLower").int24(),
                words.topic(3, "tickUpper").int24(),
                words.data(0, "amount").unsigned(LIQUIDITY_BITS),
                words.data(1, "amount0").unsigned(WORD_BITS),
                words.data(2, "amount1").unsigned(WORD_BITS));
    }

    private static ConcentratedEvent collect(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Collect", 3, 3);
        return new ConcentratedEvent.Collect(
                words.topic(1, "owner").address(),
                words.data(0, "recipient").address(),
                words.topic(2, "tickLower").int24(),
                words.topic(3, "tickUpper").int24(),
                words.data(1, "amount0").unsigned(LIQUIDITY_BITS),
                words.data(2, "amount1").unsigned(LIQUIDITY_BITS));
    }

    private static ConcentratedEvent pancakeSwap(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Swap (Pancake)", 2, 7);
        return swap(
                words,
                Optional.of(new ConcentratedEvent.ProtocolFees(
                        words.data(5, "protocolFeesToken0").unsigned(LIQUIDITY_BITS),
                        words.data(6, "protocolFeesToken1").unsigned(LIQUIDITY_BITS))));
    }

    private static ConcentratedEvent swap(EventWords words, Optional<ConcentratedEvent.ProtocolFees> protocolFees)
            throws MalformedLogException {
        return new ConcentratedEvent.Swap(
                words.data(0, "amount0").signed(WORD_BITS),
                words.data(1, "amount1").signed(WORD_BITS),
                words.data(2, "sqrtPriceX96").unsigned(SQRT_PRICE_BITS),
                words.data(3, "liquidity").unsigned(LIQUIDITY_BITS),
                words.data(4, "tick").int24(),
                protocolFees);
    }

    private static ConcentratedEvent flash(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Flash", 2, 4);
        return new ConcentratedEvent.Flash(
                words.data(2, "paid0").unsigned(WORD_BITS),
                words.data(3, "paid1").unsigned(WORD_BITS));
    }

    private static ConcentratedEvent setFeeProtocol(EvmLog log, int bits) throws MalformedLogException {
        EventWords words = EventWords.of(log, "SetFeeProtocol", 0, 4);
        return new ConcentratedEvent.SetFeeProtocol(
                words.data(2, "feeProtocol0New").unsigned(bits).intValueExact(),
                words.data(3, "feeProtocol1New").unsigned(bits).intValueExact());
    }

    private static ConcentratedEvent collectProtocol(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "CollectProtocol", 2, 2);
        return new ConcentratedEvent.CollectProtocol(
                words.data(0, "amount0").unsigned(LIQUIDITY_BITS),
                words.data(1, "amount1").unsigned(LIQUIDITY_BITS));
    }
}
