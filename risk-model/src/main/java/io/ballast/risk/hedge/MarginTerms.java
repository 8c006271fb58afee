/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * What a venue wants to see behind a position, as fractions of its notional.
 *
 * @param initialRate  to open it; at least maintenanceRate, at most 1
 * @param maintenanceRate  to keep it: below this it is liquidated; above 0
 */
public record MarginTerms(BigDecimal initialRate, BigDecimal maintenanceRate) {

    public MarginTerms {
        initialRate = Amounts.requirePositive("initial margin rate", initialRate);
        maintenanceRate = Amounts.requirePositive("maintenance margin rate", maintenanceRate);
        if (initialRate.compareTo(maintenanceRate) < 0 || initialRate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("initial margin rate " + initialRate
                    + " must be between the maintenance rate " + maintenanceRate + " and 1");
        }
    }
}
