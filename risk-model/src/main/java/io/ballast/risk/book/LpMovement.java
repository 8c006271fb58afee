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
    /** LP tokens of which nothing else is known, or not yet. */
    public static LpMovement unmatched(String holder, BigInteger lpTokens) {
        return new LpMovement(holder, lpTokens, CostBasis.NONE, BigInteger.ZERO, Losses.ZERO);
    }

    /** These LP tokens with what they came in for; they have lost nothing yet. */
    public LpMovement deposited(CostBasis paid, BigInteger depthX64) {
        return new LpMovement(holder, lpTokens, paid, depthX64, Losses.ZERO);
    }

    /** A position with their basis and depth as well; losses go by {@link ShareLosses}. */
    public PositionState addedTo(PositionState position) {
        return position.withBasis(position.basis().plus(basis))
                .withEntryRootKX64(position.entryRootKX64().add(entryRootKX64));
    }

    /** A position without their basis and depth; losses go by {@link ShareLosses}. */
    public PositionState takenFrom(PositionState position) {
        return position.withBasis(position.basis().minus(basis))
                .withEntryRootKX64(position.entryRootKX64().subtract(entryRootKX64));
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
