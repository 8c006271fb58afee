/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/** What Uniswap v4's PoolManager says of one of its pools (v4-core {@code IPoolManager}, {@code IProtocolFees}). */
sealed interface SingletonEvent extends ChainEvent {

    /** Keccak of the pool's key: 0x and 64 lower-case hex digits. */
    String poolId();

    /**
     * Amounts are the caller's, as logged: negative, the pool received. Liquidity, price and tick are those after the swap.
     *
     * @param feePips  of this swap, the protocol's part included
     */
    record Swap(
            String poolId,
            BigInteger amount0,
            BigInteger amount1,
            BigInteger sqrtPriceX96,
            BigInteger liquidity,
            int tick,
            int feePips)
            implements SingletonEvent {}

    /** Liquidity of the slot (sender, ticks, salt) changes; 0 pays its fees alone. No amounts. */
    record Modify(String poolId, String sender, int tickLower, int tickUpper, BigInteger liquidityChange, String salt)
            implements SingletonEvent {

        /** The id of the NFT whose liquidity it is, if the sender is a position manager. */
        BigInteger tokenId() {
            return new BigInteger(salt.substring(2), 16);
        }
    }

    /** Given to the liquidity in range. */
    record Donate(String poolId, BigInteger amount0, BigInteger amount1) implements SingletonEvent {}

    /** The protocol takes so many millionths of what is paid in from here on, by the token paid in. */
    record ProtocolFee(String poolId, int feeProtocol0, int feeProtocol1) implements SingletonEvent {}
}
