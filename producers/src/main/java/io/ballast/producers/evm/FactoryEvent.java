/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/** A factory made a pool. */
sealed interface FactoryEvent extends ChainEvent {

    String token0();

    String token1();

    /** The new contract. */
    String pool();

    /** Uniswap v3 {@code PoolCreated}; {@code feePips} in millionths. */
    record PoolCreated(String token0, String token1, int feePips, int tickSpacing, String pool)
            implements FactoryEvent {}

    /** Slipstream's {@code PoolCreated}, which says no fee. */
    record SlipstreamCreated(String token0, String token1, int tickSpacing, String pool) implements FactoryEvent {}

    /**
     * Uniswap v4 {@code Initialize}: the pool and its first price at once. {@code pool} is its id.
     *
     * @param feePips  in millionths; {@link #DYNAMIC_FEE}: each swap's log says it
     * @param hooks  the zero address: none
     */
    record PoolInitialized(
            String token0,
            String token1,
            int feePips,
            int tickSpacing,
            String hooks,
            BigInteger sqrtPriceX96,
            int tick,
            String pool)
            implements FactoryEvent {

        /** v4-core {@code LPFeeLibrary.DYNAMIC_FEE_FLAG}. */
        static final int DYNAMIC_FEE = 0x800000;
    }

    /** Uniswap v2 {@code PairCreated}. */
    record PairCreated(String token0, String token1, String pool) implements FactoryEvent {}
}
