/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.BookGroup;
import io.ballast.risk.book.PositionAccount;
import io.ballast.risk.book.Quality;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Open positions of one pool that are published as a sum. Mutable and single-threaded. */
final class Group {

    private final String portfolio;
    private final BookGroup sums;
    /** How many positions have a flag of their own. */
    private final Map<Quality, Integer> flagged = new EnumMap<>(Quality.class);

    /** @param portfolio  null: all of the pool */
    Group(String portfolio, BookGroup sums) {
        this.portfolio = portfolio;
        this.sums = sums;
    }

    /** Null: all of the pool. */
    String portfolio() {
        return portfolio;
    }

    BookGroup sums() {
        return sums;
    }

    void add(PositionAccount account) {
        sums.add(account);
        countFlags(account, 1);
    }

    void subtract(PositionAccount account) {
        sums.subtract(account);
        countFlags(account, -1);
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
        count(Quality.HISTORY_INCOMPLETE, account.state().historyIncomplete(), change);
        count(Quality.LATE_EVENT, account.state().late(), change);
        boolean estimated = account.state().barFees0X64().signum() > 0
                || account.state().barFees1X64().signum() > 0;
        count(Quality.FEES_ESTIMATED, estimated, change);
    }

    private void count(Quality flag, boolean has, int change) {
        if (has) {
            flagged.merge(flag, change, Integer::sum);
        }
    }
}
