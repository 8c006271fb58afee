/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import io.ballast.risk.pool.TokenAmounts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;

/** Balances before and after a trade that paid a fee; moves from a part in 10^12 to decades. */
public record RandomTrade(TokenAmounts from, TokenAmounts to) {

    private static final int DECADES = 12;

    /** @param most  of the logarithm of a move */
    public static RandomTrade of(Random random, double most) {
        BigInteger from0 = amount(random);
        BigInteger from1 = amount(random);
        double move = most * Math.pow(10, -DECADES * random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        double fee = random.nextInt(3) == 0 ? 0 : 1e-4 * random.nextDouble();
        double grown = Math.max(fee, fee * Math.abs(move));
        return new RandomTrade(
                new TokenAmounts(from0, from1),
                new TokenAmounts(moved(from0, move + grown), moved(from1, grown - move * random.nextDouble())));
    }

    private static BigInteger amount(Random random) {
        return new BigDecimal(Math.exp(2 * random.nextGaussian()))
                .scaleByPowerOfTen(24)
                .toBigInteger();
    }

    private static BigInteger moved(BigInteger amount, double log) {
        return amount.add(
                new BigDecimal(amount).multiply(new BigDecimal(Math.expm1(log))).toBigInteger());
    }
}
