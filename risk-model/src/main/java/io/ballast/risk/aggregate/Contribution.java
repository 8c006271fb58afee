/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import java.math.BigInteger;

/**
 * What one position adds to a group.
 *
 * @param tickLower  where its range begins
 * @param tickUpper  where it ends, above tickLower
 * @param liquidity  not negative; zero if all was withdrawn
 * @param hodl0X64  token0 of the basket that it is measured against, raw times 2^64
 * @param hodl1X64  token1 of that basket, raw times 2^64
 * @param realisedIlX64  loss that withdrawals have fixed, raw token1 times 2^64; negative is a loss
 */
public record Contribution(
        int tickLower,
        int tickUpper,
        BigInteger liquidity,
        BigInteger hodl0X64,
        BigInteger hodl1X64,
        BigInteger realisedIlX64) {

    public Contribution {
        if (liquidity.signum() < 0) {
            throw new IllegalArgumentException("liquidity " + liquidity + " of a position must not be negative");
        }
    }
}
