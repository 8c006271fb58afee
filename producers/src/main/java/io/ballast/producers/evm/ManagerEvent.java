/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.evm;

import java.math.BigInteger;

/** What a position manager says of the NFT {@code tokenId} (v3-periphery {@code INonfungiblePositionManager}). */
sealed interface ManagerEvent extends ChainEvent {

    BigInteger tokenId();

    /** A change of the liquidity behind an NFT, or a payment from it. */
    sealed interface OnLiquidity extends ManagerEvent {
        BigInteger amount0();

        BigInteger amount1();
    }

    record Increase(BigInteger tokenId, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements OnLiquidity {}

    record Decrease(BigInteger tokenId, BigInteger liquidity, BigInteger amount0, BigInteger amount1)
            implements OnLiquidity {}

    /** Amounts as the manager books them: the pool may pay a unit or two less. */
    record Collect(BigInteger tokenId, String recipient, BigInteger amount0, BigInteger amount1)
            implements OnLiquidity {}

    /** ERC-721: from the zero address when it comes into being, to it when it ceases. */
    record Transfer(BigInteger tokenId, String from, String to) implements ManagerEvent {}
}
