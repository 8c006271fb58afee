/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.List;
import java.util.SortedMap;

/**
 * A hedge that can be bought, and what it does together with the options held already, which cost nothing here.
 *
 * @param portfolio  options in whole lots, forward, cash
 * @param premium  what options cost, fees included, in dollars at expiry
 * @param premiumNow  the same in dollars now, which is what is paid
 * @param forwardCost  dollars of fees and spread for the forward
 * @param coverage  what it leaves open at worst, and what it pays too much at most
 * @param greeks  before expiry
 * @param vegaByTenor  vega by years to expiry
 * @param payoffs  loss and hedge at the prices of the grid, ascending
 * @param reasons  how it came about
 */
public record StripHedge(
        StripPortfolio portfolio,
        double premium,
        double premiumNow,
        double forwardCost,
        Coverage coverage,
        StripGreeks greeks,
        SortedMap<Double, Double> vegaByTenor,
        List<PayoffPoint> payoffs,
        List<StripReason> reasons) {

    /** Premium, cost of the forward and cash set aside, dollars at expiry. */
    public double cost() {
        return premium + forwardCost + portfolio.cash();
    }

    /** True if a reason with this code is given. */
    public boolean says(StripReason.Code code) {
        return reasons.stream().anyMatch(reason -> reason.code() == code);
    }
}
