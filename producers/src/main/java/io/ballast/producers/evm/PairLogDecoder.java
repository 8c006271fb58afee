/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/** Reads the logs of Uniswap v2 pairs, but for the transfers of their LP tokens. */
final class PairLogDecoder {

    private static final int RESERVE_BITS = 112;
    private static final int WORD_BITS = 256;

    /** The event; empty if it is none that concerns the book. */
    Optional<PairEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.PAIR_MINT -> Optional.of(mint(log));
            case Topic0.PAIR_BURN -> Optional.of(burn(log));
            case Topic0.PAIR_SYNC -> Optional.of(sync(log));
            case Topic0.PAIR_SWAP -> Optional.of(swap(log));
            default -> Optional.empty();
        };
    }

    private static PairEvent mint(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Mint (pair)", 1, 2);
        return new PairEvent.Mint(
                words.data(0, "amount0").unsigned(WORD_BITS),
                words.data(1, "amount1").unsigned(WORD_BITS));
    }

    private static PairEvent burn(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Burn (pair)", 2, 2);
        return new PairEvent.Burn(
                words.data(0, "amount0").unsigned(WORD_BITS),
                words.data(1, "amount1").unsigned(WORD_BITS),
                words.topic(2, "to").address());
    }

    private static PairEvent sync(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Sync", 0, 2);
        return new PairEvent.Sync(
                words.data(0, "reserve0").unsigned(RESERVE_BITS),
                words.data(1, "reserve1").unsigned(RESERVE_BITS));
    }

    private static PairEvent swap(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Swap (pair)", 2, 4);
        return new PairEvent.Swap(
                words.data(0, "amount0In")
                        .unsigned(WORD_BITS)
                        .subtract(words.data(2, "amount0Out").unsigned(WORD_BITS)),
                words.data(1, "amount1In")
                        .unsigned(WORD_BITS)
                        .subtract(words.data(3, "amount1Out").unsigned(WORD_BITS)));
    }
}
