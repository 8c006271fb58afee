/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.concentrated.SqrtPrice;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rebalancing.PairSteps;
import io.ballast.risk.rebalancing.TokenLosses;
import java.math.BigInteger;

/** Takes the syncs of a constant product pair as steps of its losses. Mutable and single-threaded. */
final class ConstantProductSteps {

    private final TokenLosses losses;
    private final PairSteps steps = new PairSteps();

    ConstantProductSteps(TokenLosses losses) {
        this.losses = losses;
    }

    /**
     * Takes the step of a sync.
     *
     * @param midway  between the transfer that mints or burns LP tokens and its log: then the supply is already that of the
     *     reserves after the sync, the protocol's part included
     */
    void follow(ConstantProductState before, ConstantProductState after, boolean midway, Marks marks) {
        BigInteger sqrtPriceX96 =
                PairShare.hasPrice(after) ? SqrtPrice.encode(after.reserve1(), after.reserve0()) : BigInteger.ZERO;
        if (sqrtPriceX96.signum() == 0) {
            return;
        }
        Losses lost = losses.accrued() == null ? Losses.ZERO : lost(before, after, midway, sqrtPriceX96, marks);
        losses.moved(sqrtPriceX96, lost, marks);
    }

    private Losses lost(
            ConstantProductState before,
            ConstantProductState after,
            boolean midway,
            BigInteger sqrtPriceX96,
            Marks marks) {
        BigInteger from = losses.accrued().sqrtPriceX96();
        return midway
                ? steps.ofToken(from, sqrtPriceX96, after.reserve0().multiply(sqrtPriceX96), after.totalSupply(), marks)
                : steps.ofToken(
                        from, sqrtPriceX96, before.reserve0().multiply(from), before.totalSupplyWithFee(), marks);
    }
}
