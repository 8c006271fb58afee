/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.pool.concentrated.ConcentratedPool;

/** Worth of positions of a concentrated pool, by tick boundary. Mutable and single-threaded. */
final class RangeGroupWorth implements GroupWorth {

    private final PoolTerms terms;
    private final ConcentratedPool pool;
    private final GroupTotals totals = new GroupTotals();

    RangeGroupWorth(PoolTerms terms, ConcentratedPool pool) {
        this.terms = terms;
        this.pool = pool;
    }

    @Override
    public void replace(PositionAccount before, PositionAccount now) {
        if (before != null && before.isOpen()) {
            totals.subtract(ConcentratedGroup.contribution(before));
        }
        if (now != null && now.isOpen()) {
            totals.add(ConcentratedGroup.contribution(now));
        }
    }

    @Override
    public int count() {
        return totals.count();
    }

    @Override
    public Double value() {
        if (!pool.state().hasPrice() || !terms.decimalsKnown()) {
            return null;
        }
        return totals.at(pool.state().sqrtPriceX96())
                .inHumanUnits(terms.decimals0(), terms.decimals1())
                .value();
    }
}
