/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/** What a Uniswap v2 pair says (v2-core {@code IUniswapV2Pair}); its LP token's transfers are {@link TransferEvent}s. */
sealed interface PairEvent extends ChainEvent {

    /** Tokens put in for new LP tokens. */
    record Mint(BigInteger amount0, BigInteger amount1) implements PairEvent {}

    /** Tokens paid out to {@code to} for LP tokens burnt. */
    record Burn(BigInteger amount0, BigInteger amount1, String to) implements PairEvent {}

    /** The reserves from here on: whatever the pair holds. */
    record Sync(BigInteger reserve0, BigInteger reserve1) implements PairEvent {}

    /** Changes of the pair's tokens: positive, it received. */
    record Swap(BigInteger amount0, BigInteger amount1) implements PairEvent {}
}
