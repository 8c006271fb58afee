/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.util.Optional;

/** Reads the logs of Uniswap v3's NonfungiblePositionManager, and of those made after it. */
final class PositionManagerLogDecoder {

    private static final int LIQUIDITY_BITS = 128;
    private static final int WORD_BITS = 256;

    /** The event; empty if it is none that concerns the book. */
    Optional<ManagerEvent> decode(EvmLog log) throws MalformedLogException {
        return switch (log.topic0()) {
            case Topic0.NFT_INCREASE -> Optional.of(increase(log));
            case Topic0.NFT_DECREASE -> Optional.of(decrease(log));
            case Topic0.NFT_COLLECT -> Optional.of(collect(log));
            case Topic0.TRANSFER -> Optional.of(transfer(log));
            default -> Optional.empty();
        };
    }

    private static ManagerEvent increase(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "IncreaseLiquidity", 1, 3);
        return new ManagerEvent.Increase(
                words.topic(1, "tokenId").unsigned(WORD_BITS),
                words.data(0, "liquidity").unsigned(LIQUIDITY_BITS),
                words.data(1, "amount0").unsigned(WORD_BITS),
                words.data(2, "amount1").unsigned(WORD_BITS));
    }

    private static ManagerEvent decrease(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "DecreaseLiquidity", 1, 3);
        return new ManagerEvent.Decrease(
                words.topic(1, "tokenId").unsigned(WORD_BITS),
                words.data(0, "liquidity").unsigned(LIQUIDITY_BITS),
                words.data(1, "amount0").unsigned(WORD_BITS),
                words.data(2, "amount1").unsigned(WORD_BITS));
    }

    private static ManagerEvent collect(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Collect", 1, 3);
        return new ManagerEvent.Collect(
                words.topic(1, "tokenId").unsigned(WORD_BITS),
                words.data(0, "recipient").address(),
                words.data(1, "amount0").unsigned(WORD_BITS),
                words.data(2, "amount1").unsigned(WORD_BITS));
    }

    private static ManagerEvent transfer(EvmLog log) throws MalformedLogException {
        EventWords words = EventWords.of(log, "Transfer (ERC-721)", 3, 0);
        return new ManagerEvent.Transfer(
                words.topic(3, "tokenId").unsigned(WORD_BITS),
                words.topic(1, "from").address(),
                words.topic(2, "to").address());
    }
}
