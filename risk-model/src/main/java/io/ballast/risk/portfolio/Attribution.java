/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.sum.ExactSum;

/**
 * Where a result came from, in the numeraire; positive is a gain. The terms add up to the result exactly, see {@link
 * LpAttribution} and {@link HedgeAttribution} for what each one is.
 *
 * @param price  of holding the basket
 * @param il  impermanent loss against the basket
 * @param fees  of the pools
 * @param hedge  of the hedge accounts, without the three below
 * @param funding  of perpetuals
 * @param premium  of options: negative was paid
 * @param costs  trading fees and gas: negative was paid
 * @param lvr  loss versus rebalancing, positive is a loss: beside the result, never part of the sum, for IL and the hedge
 *     already have it
 */
public record Attribution(
        ExactSum price,
        ExactSum il,
        ExactSum fees,
        ExactSum hedge,
        ExactSum funding,
        ExactSum premium,
        ExactSum costs,
        ExactSum lvr) {

    private static final ExactSum O = ExactSum.ZERO;

    public static final Attribution NONE = new Attribution(O, O, O, O, O, O, O, O);

    /** Terms of pool positions. */
    static Attribution ofPools(ExactSum price, ExactSum il, ExactSum fees, ExactSum costs, ExactSum lvr) {
        return new Attribution(price, il, fees, O, O, O, costs, lvr);
    }

    /** Terms of hedge accounts. */
    static Attribution ofHedges(ExactSum hedge, ExactSum funding, ExactSum premium, ExactSum costs) {
        return new Attribution(O, O, O, hedge, funding, premium, costs, O);
    }

    /** The result: the sum of all terms but LVR. */
    public ExactSum total() {
        return price.plus(carry());
    }

    /** The result without what holding the basket brought. */
    public ExactSum carry() {
        return il.plus(fees).plus(hedge).plus(funding).plus(premium).plus(costs);
    }

    /** Two positions, accounts or intervals together. */
    public Attribution plus(Attribution other) {
        return new Attribution(
                price.plus(other.price),
                il.plus(other.il),
                fees.plus(other.fees),
                hedge.plus(other.hedge),
                funding.plus(other.funding),
                premium.plus(other.premium),
                costs.plus(other.costs),
                lvr.plus(other.lvr));
    }
}
