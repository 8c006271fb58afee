/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import io.ballast.risk.loss.Domain;

/**
 * What it costs to withdraw and to sell all that comes out of one token into what is left of the pool: the fee, and the price that the
 * sale moves.
 *
 * @param cost  worth at the price before, less the proceeds, in token1; never negative but for rounding
 * @param fraction  of what was withdrawn
 */
public record ExitCost(double cost, double fraction) {

    /**
     * Into token1.
     *
     * @param withdrawn0  token0 withdrawn, not negative
     * @param withdrawn1  token1 withdrawn
     * @param rest  the pool without it
     * @param fee  of what is paid in, as a fraction, in [0, 1]
     * @return null: nothing was withdrawn, or the rest cannot take it
     */
    public static ExitCost intoToken1(double withdrawn0, double withdrawn1, PoolDepth rest, double fee) {
        Domain.requireNotNegative("withdrawn0", withdrawn0);
        TokenChange sale = rest.selling0(withdrawn0 * (1 - fee));
        return sale == null ? null : of(withdrawn0 * rest.price() + sale.token1(), withdrawn0, withdrawn1, rest);
    }

    /** Into token0; the cost is worth in token1 at the price before all the same. */
    public static ExitCost intoToken0(double withdrawn0, double withdrawn1, PoolDepth rest, double fee) {
        Domain.requireNotNegative("withdrawn1", withdrawn1);
        TokenChange sale = rest.selling1(withdrawn1 * (1 - fee));
        return sale == null ? null : of(withdrawn1 + sale.token0() * rest.price(), withdrawn0, withdrawn1, rest);
    }

    private static ExitCost of(double cost, double withdrawn0, double withdrawn1, PoolDepth rest) {
        double worth = withdrawn0 * rest.price() + withdrawn1;
        return worth > 0 ? new ExitCost(Math.max(0, cost), Math.max(0, cost) / worth) : null;
    }
}
