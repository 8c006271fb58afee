/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.PositionAccount;
import io.ballast.risk.book.Quality;
import java.util.EnumSet;
import java.util.Set;

/** Flags that single positions of a group may have, while others have not. */
final class PositionFlags {

    private PositionFlags() {}

    /**
     * Those of an open position; a closed one has none.
     *
     * @param account  null: there is none
     */
    static Set<Quality> of(PositionAccount account) {
        Set<Quality> flags = EnumSet.noneOf(Quality.class);
        if (account == null || !account.isOpen()) {
            return flags;
        }
        add(flags, Quality.HISTORY_INCOMPLETE, account.state().historyIncomplete());
        add(flags, Quality.LATE_EVENT, account.state().late());
        boolean estimated = account.state().barFees0X64().signum() > 0
                || account.state().barFees1X64().signum() > 0;
        add(flags, Quality.FEES_ESTIMATED, estimated);
        return flags;
    }

    private static void add(Set<Quality> flags, Quality flag, boolean has) {
        if (has) {
            flags.add(flag);
        }
    }
}
