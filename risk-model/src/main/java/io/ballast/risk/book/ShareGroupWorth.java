/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import java.math.BigInteger;

/** Worth of shares of one pool. Mutable and single-threaded. */
public final class ShareGroupWorth implements GroupWorth {

    /** What was deposited makes no difference to what shares are worth. */
    private static final PositionState NO_DEPOSITS = PositionState.opened(PositionIdentity.lpToken("group"));

    private final ShareWorth worth;
    private BigInteger lpTokens = BigInteger.ZERO;
    private int count;

    public ShareGroupWorth(ShareWorth worth) {
        this.worth = worth;
    }

    @Override
    public void replace(PositionAccount before, PositionAccount now) {
        if (before != null && before.isOpen()) {
            lpTokens = lpTokens.subtract(before.liquidity());
            count--;
        }
        if (now != null && now.isOpen()) {
            lpTokens = lpTokens.add(now.liquidity());
            count++;
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Double value() {
        PositionMeasures now = worth.measures(NO_DEPOSITS, lpTokens);
        return now == null ? null : Double.valueOf(now.value());
    }
}
