/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.ConcentratedState;
import java.math.BigInteger;

/** Takes liquidity out of a concentrated position's cost basis at the pool's price. */
record Withdrawal(PositionState position, ConcentratedState pool) {

    static Withdrawal from(PositionState position, ConcentratedState pool) {
        return new Withdrawal(position, pool);
    }

    /**
     * @param part  liquidity taken out; positive
     * @param held  liquidity before, as far as we know; less than the part only where history is incomplete
     */
    PositionState take(BigInteger part, BigInteger held, BigInteger amount0, BigInteger amount1) {
        PositionState credited = position.withFees(position.fees().withdrawn(amount0, amount1));
        if (held.compareTo(part) < 0 || pool.sqrtPriceX96() == null) {
            return credited.withBasis(new CostBasis(
                            BigInteger.ZERO, BigInteger.ZERO, position.basis().realisedIlX64()))
                    .withHistoryIncomplete();
        }
        RawPrice price = RawPrice.ofSqrtPriceX96(pool.sqrtPriceX96());
        return credited.withBasis(position.basis().withdraw(part, held, amount0, amount1, price));
    }
}
