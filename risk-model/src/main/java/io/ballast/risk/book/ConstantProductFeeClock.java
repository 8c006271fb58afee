/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import io.ballast.risk.pool.constantproduct.ConstantProductState;
import java.math.BigInteger;
import java.util.function.BooleanSupplier;

/** Adds up the growth of what one LP token is worth at constant price: two roots of k per LP token, at the sqrt price. */
final class ConstantProductFeeClock implements FeeClock {

    private static final double X64 = 0x1p64;

    private final PoolTerms terms;
    private final ConstantProductPool pool;
    private final BooleanSupplier midway;
    private double lastDepth = Double.NaN;
    private double reading;

    /** @param midway  true between the logs of one mint or burn, where LP tokens and reserves do not belong together */
    ConstantProductFeeClock(PoolTerms terms, ConstantProductPool pool, BooleanSupplier midway) {
        this.terms = terms;
        this.pool = pool;
        this.midway = midway;
        read();
    }

    @Override
    public double read() {
        if (midway.getAsBoolean() || !terms.decimalsKnown()) {
            return reading;
        }
        ConstantProductState state = pool.state();
        double depth = depthPerLpToken(state);
        if (depth != lastDepth && PairShare.hasPrice(state)) {
            HumanUnits units = HumanUnits.of(terms);
            double worth =
                    2 * units.liquidity(Math.abs(depth - lastDepth)) * units.sqrtPrice(PairShare.sqrtPrice(state));
            reading += Double.isNaN(worth) ? 0 : worth;
        }
        lastDepth = depth;
        return reading;
    }

    private static double depthPerLpToken(ConstantProductState state) {
        BigInteger supply = state.totalSupplyWithFee();
        return supply.signum() == 0
                ? Double.NaN
                : PairShare.of(supply, state).rootKX64().doubleValue() / X64 / supply.doubleValue();
    }
}
