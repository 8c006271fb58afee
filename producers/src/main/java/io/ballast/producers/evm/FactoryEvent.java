/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

/** A factory made a pool. */
sealed interface FactoryEvent extends ChainEvent {

    String token0();

    String token1();

    /** The new contract. */
    String pool();

    /** Uniswap v3 {@code PoolCreated}; {@code feePips} in millionths. */
    record PoolCreated(String token0, String token1, int feePips, int tickSpacing, String pool)
            implements FactoryEvent {}

    /** Uniswap v2 {@code PairCreated}. */
    record PairCreated(String token0, String token1, String pool) implements FactoryEvent {}
}
