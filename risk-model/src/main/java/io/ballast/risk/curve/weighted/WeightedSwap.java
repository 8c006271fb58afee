/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * Swaps in a weighted pool, real-number forms: they agree with the contract to its fixed-point margin (some 1e-14 of a power,
 * and the token's last decimal), not to the unit. Amounts and balances of each token in one unit, raw or human.
 *
 * <p>Source: Balancer whitepaper, "Out-Given-In", "In-Given-Out", "Spot Price"; contract {@code WeightedMath}.
 *
 * @param balanceIn  the pool's balance of the token paid in, positive
 * @param weightIn  its weight
 * @param balanceOut  the pool's balance of the token paid out, positive
 * @param weightOut  its weight
 * @param fee  part of the amount paid in that stays as a fee, in [0, 1)
 */
public record WeightedSwap(double balanceIn, double weightIn, double balanceOut, double weightOut, double fee) {

    public WeightedSwap {
        requirePositive("balanceIn", balanceIn);
        requirePositive("weightIn", weightIn);
        requirePositive("balanceOut", balanceOut);
        requirePositive("weightOut", weightOut);
        if (!(fee >= 0 && fee < 1)) {
            throw new IllegalArgumentException("fee " + fee + " is not in [0, 1)");
        }
    }

    /** Price of the token paid out in the token paid in, the fee included: {@code (B_i/w_i) / (B_o/w_o) / (1 - f)}. */
    public double spotPrice() {
        return balanceIn / weightIn / (balanceOut / weightOut) / (1 - fee);
    }

    /** {@code B_o (1 - (B_i / (B_i + A (1-f)))^(w_i/w_o))}. */
    public double outGivenIn(double amountIn) {
        double grown = requireNotNegative("amountIn", amountIn) * (1 - fee) / balanceIn;
        return 0.0 - balanceOut * Math.expm1(-weightIn / weightOut * Math.log1p(grown));
    }

    /**
     * {@code B_i ((B_o / (B_o - out))^(w_o/w_i) - 1) / (1-f)}.
     *
     * @throws IllegalArgumentException if that much is not in the pool
     */
    public double inGivenOut(double amountOut) {
        if (requireNotNegative("amountOut", amountOut) >= balanceOut) {
            throw new IllegalArgumentException(
                    "amountOut " + amountOut + " must be less than the balance " + balanceOut);
        }
        double log = -weightOut / weightIn * Math.log1p(-amountOut / balanceOut);
        return balanceIn * Math.expm1(log) / (1 - fee);
    }
}
