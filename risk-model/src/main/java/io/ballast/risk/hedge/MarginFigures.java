/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/**
 * How near an account is to liquidation. Money is in the account's asset.
 *
 * @param equity  cash plus what the perpetuals are worth at their marks
 * @param initial  what the venue wants to see for opening the positions
 * @param maintenance  what it wants to see for keeping them
 * @param initialUse  initial / equity; null when equity is not positive
 * @param maintenanceUse  maintenance / equity: 1 is liquidation; null when equity is not positive
 */
public record MarginFigures(
        AccountKey account,
        double equity,
        double initial,
        double maintenance,
        Double initialUse,
        Double maintenanceUse) {

    static MarginFigures of(AccountKey account, double equity, double initial, double maintenance) {
        boolean isSound = equity > 0;
        return new MarginFigures(
                account,
                equity,
                initial,
                maintenance,
                isSound ? initial / equity : null,
                isSound ? maintenance / equity : null);
    }
}
