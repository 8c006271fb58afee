/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.row.RowForm;
import io.ballast.risk.row.RowReader;
import io.ballast.risk.row.RowWriter;
import io.ballast.risk.row.TableForm;
import java.util.List;

/** Tables that books of shares have besides positions, LP tokens and LP tokens on their way, and their stored forms. */
public final class ShareTables {

    static final String STATE = "pool";
    static final String PARAMETERS = "parameters";

    private ShareTables() {}

    /** @param parameters  form of the kind's parameters */
    public static List<TableForm<?, ?>> forms(RowForm<?> parameters) {
        return List.of(
                new TableForm<>(STATE, Integer.class, new States()),
                new TableForm<>(PARAMETERS, Integer.class, parameters));
    }

    private static final class States implements RowForm<ShareState> {

        @Override
        public int version() {
            return 1;
        }

        @Override
        public void write(ShareState state, RowWriter row) {
            row.integer(state.balance0())
                    .integer(state.balance1())
                    .integer(state.supply())
                    .number(state.fees().swapFeeE18())
                    .number(state.fees().protocolPartE18())
                    .real(state.drift())
                    .number(state.atSeconds())
                    .flag(state.balancesKnown())
                    .flag(state.supplyKnown())
                    .flag(state.followedFromStart());
        }

        @Override
        public ShareState read(RowReader row) {
            return new ShareState(
                    row.integer(),
                    row.integer(),
                    row.integer(),
                    new ShareFees(row.number(), row.number()),
                    row.real(),
                    row.number(),
                    row.flag(),
                    row.flag(),
                    row.flag());
        }
    }
}
