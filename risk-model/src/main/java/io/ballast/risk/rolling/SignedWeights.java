/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.aggregate.ProfileAmounts;
import java.math.BigInteger;

/** Weights over ranges, of either sign: those above and those below zero apart. Mutable and single-threaded. */
final class SignedWeights {

    private final BatchedProfile above = new BatchedProfile();
    private final BatchedProfile below = new BatchedProfile();

    /** One contributor's weight over a range becomes another. */
    void change(int tickLower, int tickUpper, BigInteger before, BigInteger after) {
        BigInteger zero = BigInteger.ZERO;
        above.add(tickLower, tickUpper, after.max(zero).subtract(before.max(zero)));
        below.add(tickLower, tickUpper, before.min(zero).subtract(after.min(zero)));
    }

    /** Those above zero; read them only. */
    LiquidityProfile above() {
        return above.upToDate();
    }

    /** Those below zero, without their sign; read them only. */
    LiquidityProfile below() {
        return below.upToDate();
    }

    boolean isEmpty() {
        return above.isEmpty() && below.isEmpty();
    }

    /** Tokens of the weights as if they were liquidity, in the weights' own scale. */
    ProfileAmounts amountsAt(BigInteger sqrtPriceX96) {
        ProfileAmounts plus = above().amountsAt(sqrtPriceX96);
        ProfileAmounts minus = below().amountsAt(sqrtPriceX96);
        return new ProfileAmounts(
                plus.amount0X160().subtract(minus.amount0X160()),
                plus.amount1X96().subtract(minus.amount1X96()));
    }
}
