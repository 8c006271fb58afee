/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.rebalancing.Losses;
import java.math.BigInteger;

/**
 * LP tokens between two logs: minted but not yet matched with what was paid in, or sent to the pair and not yet burnt.
 *
 * @param holder  whose they are, or were
 * @param lpTokens  how many
 * @param basis  the cost basis that goes with them
 * @param entryRootKX64  their share of the depth at entry, times 2^64: of sqrt(reserve0 * reserve1) in a pair
 * @param losses  loss versus rebalancing and markout that go with them
 */
public record LpMovement(String holder, BigInteger lpTokens, CostBasis basis, BigInteger entryRootKX64, Losses losses) {
    /** With no losses yet. */
    public LpMovement(String holder, BigInteger lpTokens, CostBasis basis, BigInteger entryRootKX64) {
        this(holder, lpTokens, basis, entryRootKX64, Losses.ZERO);
    }

    /** More of the same holder's. */
    public LpMovement plus(LpMovement more) {
        return new LpMovement(
                holder,
                lpTokens.add(more.lpTokens),
                basis.plus(more.basis),
                entryRootKX64.add(more.entryRootKX64),
                losses.plus(more.losses));
    }
}
