/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/** What a Uniswap v3 pool says (v3-core {@code IUniswapV3PoolEvents}). */
sealed interface ConcentratedEvent extends ChainEvent {

    /** The first price. */
    record Initialize(BigInteger sqrtPriceX96, int tick) implements ConcentratedEvent {}

    /** Amounts are the pool's: positive, it received. Liquidity, price and tick are those after the swap. */
    record Swap(BigInteger amount0, BigInteger amount1, BigInteger sqrtPriceX96, BigInteger liquidity, int tick)
            implements ConcentratedEvent {}

    /** Paid above the loan. */
    record Flash(BigInteger paid0, BigInteger paid1) implements ConcentratedEvent {}

    /** The protocol takes 1/n of the fees from here on; 0: nothing. */
    record SetFeeProtocol(int feeProtocol0, int feeProtocol1) implements ConcentratedEvent {}

    /** Paid out to the protocol. */
    record CollectProtocol(BigInteger amount0, BigInteger amount1) implements ConcentratedEvent {}

    /** A change of the slot (owner, tickLower, tickUpper). */
    sealed interface OnSlot extends ConcentratedEvent {
        String owner();

        int tickLower();

        int tickUpper();

        BigInteger amount0();

        BigInteger amount1();
    }

    /** Liquidity in. */
    record Mint(
            String owner, int tickLower, int tickUpper, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements OnSlot {}

    /** Liquidity out, its amounts credited; with liquidity 0 a mere update of the fees owed. */
    record Burn(
            String owner, int tickLower, int tickUpper, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements OnSlot {}

    /** Paid out to the recipient. */
    record Collect(String owner, String recipient, int tickLower, int tickUpper, BigInteger amount0, BigInteger amount1)
            implements OnSlot {}
}
