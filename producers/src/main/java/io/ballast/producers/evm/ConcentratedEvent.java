/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;
import java.util.Optional;

/** What a Uniswap v3 pool says (v3-core {@code IUniswapV3PoolEvents}). */
sealed interface ConcentratedEvent extends ChainEvent {

    /** The first price. */
    record Initialize(BigInteger sqrtPriceX96, int tick) implements ConcentratedEvent {}

    /**
     * Amounts are the pool's: positive, it received. Liquidity, price and tick are those after the swap.
     *
     * @param protocolFees  what the protocol got, where the log says it
     */
    record Swap(
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceX96,
            BigInteger liquidity,
            int tick,
            Optional<ProtocolFees> protocolFees)
            implements ConcentratedEvent {}

    /** Of one swap, by token. */
    record ProtocolFees(BigInteger token0, BigInteger token1) {}

    /** Paid above the loan. */
    record Flash(BigInteger paid0, BigInteger paid1) implements ConcentratedEvent {}

    /** The protocol's part of the fees from here on, as the contract keeps it; 0: nothing. */
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
