/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.depth;

import io.ballast.risk.curve.PairCurve;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Depth of a pool that trades on one curve at every price. */
public final class CurveDepth implements PoolDepth {

    private static final int MOST_STEPS = 100;
    private static final double ACCURACY = 1e-13;
    /** Of the log price: less does not change a double. */
    private static final double LEAST_MOVE = 1e-16;
    /** Where the search begins, and where it gives up: logs of price ratios. */
    private static final double NEAR = 1e-3;

    private static final double FAR = 100;

    private final PairCurve curve;
    private final double price;
    private final double part;

    /**
     * @param curve  of the whole pool
     * @param price  where it is
     * @param part  of the pool that is there, in [0, 1]
     */
    public CurveDepth(PairCurve curve, double price, double part) {
        this.curve = curve;
        this.price = price;
        this.part = part;
    }

    @Override
    public double price() {
        return price;
    }

    @Override
    public TokenChange to(double to) {
        return new TokenChange(
                part * (curve.amount0(to) - curve.amount0(price)), part * (curve.amount1(to) - curve.amount1(price)));
    }

    @Override
    public TokenChange selling0(double amount) {
        return sold(amount, true);
    }

    @Override
    public TokenChange selling1(double amount) {
        return sold(amount, false);
    }

    /** What is held of a token rises all the way as its price falls, so that there is one price at which it is so much. */
    private TokenChange sold(double amount, boolean token0) {
        if (amount <= 0) {
            return new TokenChange(0, 0);
        }
        double far = NEAR;
        while (got(far, token0) < amount) {
            far *= 4;
            if (far > FAR) {
                return null;
            }
        }
        double distance =
                new BrentSolver(ACCURACY, LEAST_MOVE).solve(MOST_STEPS, at -> got(at, token0) - amount, 0, far);
        double to = moved(distance, token0);
        // What the pool loses against holding on this way, of which no digits are lost however short it is.
        double loss = part * curve.rebalancingLoss(price, to);
        return token0 ? new TokenChange(amount, -(amount * to + loss)) : new TokenChange(-(amount + loss) / to, amount);
    }

    private double got(double distance, boolean token0) {
        TokenChange change = to(moved(distance, token0));
        return token0 ? change.token0() : change.token1();
    }

    private double moved(double distance, boolean down) {
        return price * Math.exp(down ? -distance : distance);
    }
}
