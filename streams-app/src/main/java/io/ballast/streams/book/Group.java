/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.aggregate.OutOfRange;
import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.PositionAccount;
import io.ballast.risk.book.PositionIdentity;
import io.ballast.risk.book.Quality;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Positions of one pool that are published as a sum: the open ones, and in its losses over windows what the closed ones lost.
 * Mutable and single-threaded.
 */
final class Group {

    private final String portfolio;
    private final BookGroup sums;
    private final OutOfRange outOfRange = new OutOfRange();
    /** How many positions have a flag of their own. */
    private final Map<Quality, Integer> flagged = new EnumMap<>(Quality.class);
    /** Null: of all of the pool it is not asked. */
    private final DoubtfulWorth doubtful;

    private Group(String portfolio, BookGroup sums, DoubtfulWorth doubtful) {
        this.portfolio = portfolio;
        this.sums = sums;
        this.doubtful = doubtful;
    }

    /** All of the pool. */
    static Group ofPool(BookGroup sums) {
        return new Group(null, sums, null);
    }

    /** A portfolio's part of it. */
    static Group ofPortfolio(String portfolio, BookGroup sums, DoubtfulWorth doubtful) {
        return new Group(portfolio, sums, doubtful);
    }

    /** Null: all of the pool. */
    String portfolio() {
        return portfolio;
    }

    BookGroup sums() {
        return sums;
    }

    /**
     * An account became another.
     *
     * @param before  null: it was not in the group
     * @param now  null: it is no longer in the group
     */
    void replace(PositionAccount before, PositionAccount now) {
        sums.replace(before, now);
        if (before != null) {
            addRange(before, before.liquidity().negate());
        }
        if (now != null) {
            addRange(now, now.liquidity());
        }
        countFlags(before, -1);
        countFlags(now, 1);
        if (doubtful != null) {
            doubtful.replace(before, now);
        }
    }

    /** What something is known against; null of all of the pool. */
    DoubtfulWorth doubtful() {
        return doubtful;
    }

    /** What ranges hold that the price is not in; nothing in a pool of shares. */
    OutOfRange outOfRange() {
        return outOfRange;
    }

    private void addRange(PositionAccount account, BigInteger liquidity) {
        PositionIdentity identity = account.state().identity();
        if (identity.kind() != PositionIdentity.Kind.LP_TOKEN && liquidity.signum() != 0) {
            outOfRange.add(identity.tickLower(), identity.tickUpper(), liquidity);
        }
    }

    /** Those of positions, not of the pool. */
    Set<Quality> flags() {
        Set<Quality> flags = EnumSet.noneOf(Quality.class);
        flagged.forEach((flag, count) -> {
            if (count > 0) {
                flags.add(flag);
            }
        });
        return flags;
    }

    private void countFlags(PositionAccount account, int change) {
        PositionFlags.of(account).forEach(flag -> flagged.merge(flag, change, Integer::sum));
    }
}
