/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

/** How a position that somebody else holds, or that is pledged, comes down to us. */
public sealed interface Claim permits VaultShare, LoanCollateral, Tranche {

    /**
     * What is served before us.
     *
     * @param value  worth of the position, in the numeraire, not negative
     */
    double ahead(double value, Market market);

    /** What is left to us, in the numeraire; never negative and never more than the value. */
    double ours(double value, Market market);
}
