/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.share;

import io.ballast.risk.book.FeeClock;
import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.PoolTerms;
import java.util.function.BooleanSupplier;

/** Adds up the growth of what one raw LP token is worth at constant price, which is that of depth per LP token. */
final class ShareFeeClock implements FeeClock {

    private final PoolTerms terms;
    private final SharePool<?> pool;
    private final BooleanSupplier readable;
    private double lastDepth = Double.NaN;
    private double reading;

    /** @param readable  false where figures cannot be measured or LP tokens and balances do not belong together */
    ShareFeeClock(PoolTerms terms, SharePool<?> pool, BooleanSupplier readable) {
        this.terms = terms;
        this.pool = pool;
        this.readable = readable;
        read();
    }

    @Override
    public double read() {
        if (!readable.getAsBoolean()) {
            return reading;
        }
        double depth = pool.point().depth() / pool.state().supply().doubleValue();
        if (!Double.isNaN(lastDepth) && depth != lastDepth) {
            reading += worthOfLpToken() * Math.abs(1 - lastDepth / depth);
        }
        lastDepth = depth;
        return reading;
    }

    private double worthOfLpToken() {
        ShareState state = pool.state();
        double raw = state.balance0().doubleValue() * pool.point().realPrice()
                + state.balance1().doubleValue();
        return HumanUnits.of(terms).amount1(raw / state.supply().doubleValue());
    }
}
