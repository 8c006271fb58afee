/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import static io.ballast.risk.curve.SmallDifferences.expm1Minus;
import static io.ballast.risk.loss.Domain.requireNotNegative;
import static io.ballast.risk.loss.Domain.requirePositive;

import io.ballast.risk.curve.PairCurve;

/**
 * A share of a stable pool of two coins as a function of price. Around the peg gamma is some K/8 of D: a position turns from
 * one coin into the other within a fraction of a percent, so nothing may be linearised there; each price is solved for.
 *
 * <p>K is taken as it is at one time: while it ramps, D of the same balances changes without trades, so make a new curve of
 * the balances at each tick ({@link #ofBalances}).
 *
 * <p>Domain: {@link StableInvariant}; prices such that the scaled one lies within [1e-100, 1e100]. Relative error of
 * amounts, value and gamma some 1e-14, of losses some 1e-12 (tests hold them against 60 digits, from K = 2 to 2e6 and
 * through 16 decades of imbalance).
 *
 * @param invariant  the pool's
 * @param depth  D of the holding: the pool's times its share, in scaled units; not negative
 * @param rate0  scaled units in one unit of token0: decimals and, for a token that stands for a growing amount of another,
 *     its rate; positive
 * @param rate1  the same of token1
 */
public record StableCurve(StableInvariant invariant, double depth, double rate0, double rate1) implements PairCurve {

    /** A smaller move, as a change of the logarithms of balances, has its loss integrated from gamma. */
    private static final double SMALL_MOVE = 3e-2;

    public StableCurve {
        requireNotNegative("depth", depth);
        requirePositive("rate0", rate0);
        requirePositive("rate1", rate1);
    }

    /** A holding in a pool whose coins need no scaling. */
    public static StableCurve ofDepth(StableInvariant invariant, double depth) {
        return new StableCurve(invariant, depth, 1, 1);
    }

    /** A share of a pool with these balances, in units of the tokens, both positive. */
    public static StableCurve ofBalances(
            StableInvariant invariant, double balance0, double balance1, double rate0, double rate1, double share) {
        double pool = invariant.depth(balance0 * rate0, balance1 * rate1);
        return new StableCurve(invariant, requireNotNegative("share", share) * pool, rate0, rate1);
    }

    @Override
    public double amount0(double price) {
        return depth / rate0 * solve(price).x();
    }

    @Override
    public double amount1(double price) {
        return depth / rate1 * solve(price).y();
    }

    @Override
    public double value(double price) {
        Solution solution = solve(price);
        return depth / rate1 * (solution.x() * scaled(price) + solution.y());
    }

    /** {@code -1/y''}; see {@link StablePoint#gamma}. */
    @Override
    public double gamma(double price) {
        return depth / rate0 * (rate1 / rate0) * solve(price).gamma();
    }

    /**
     * The invariant is linear but for {@code D^3/(4xy)}, so how far one point of the curve lies above the tangent at another
     * is {@code (D^3/(4 x' y')) / F_y} times {@code X + Y + 1/(XY) - 3}, X = x/x', Y = y/y'. Since the three factors have the
     * product 1, that is the sum of {@code e^z - 1 - z} over z = ln X, ln Y, -ln X - ln Y: nothing cancels. Where X and Y
     * themselves are too near 1 the loss is {@code -integral of (P' - u) gamma(u) du} over the step, by Gauss.
     */
    @Override
    public double rebalancingLoss(double from, double to) {
        Solution before = solve(from);
        Solution after = solve(to);
        double logX = Math.log(before.x() / after.x());
        double logY = Math.log(before.y() / after.y());
        if (Math.abs(logX) + Math.abs(logY) < SMALL_MOVE) {
            return depth / rate1 * lossOfSmallStep(scaled(to), (to - from) / rate0 * rate1);
        }
        double aboveTangent = expm1Minus(logX) + expm1Minus(logY) + expm1Minus(-logX - logY);
        return depth / rate1 * after.curvature() * aboveTangent;
    }

    /** Nodes of the integral are told by their distance from the peg, which the price itself would round away. */
    private double lossOfSmallStep(double scaledTo, double step) {
        return Quadrature.integral(
                remaining -> -remaining
                        * solve(scaledTo - remaining, (scaledTo - 1) - remaining)
                                .gamma(),
                step);
    }

    private double scaled(double price) {
        return requirePositive("price", price) / rate0 * rate1;
    }

    private Solution solve(double price) {
        double scaled = scaled(price);
        return solve(scaled, scaled - 1);
    }

    private Solution solve(double scaledPrice, double excess) {
        UnitStableCurve curve = new UnitStableCurve(invariant.k());
        return excess >= 0
                ? new Solution(curve.at(excess), true, scaledPrice)
                : new Solution(curve.at(-excess / scaledPrice), false, scaledPrice);
    }

    /** A point of the unit curve and which coin is the scarce one there. */
    private record Solution(StablePoint point, boolean scarce0, double price) {

        double x() {
            return scarce0 ? point.scarce() : point.plenty();
        }

        double y() {
            return scarce0 ? point.plenty() : point.scarce();
        }

        /** Turned around, {@code d(plenty)/dq = -q d(scarce)/dq} with q = 1/p the scarce coin's price. */
        double gamma() {
            return scarce0 ? point.gamma() : point.gamma() / price / price / price;
        }

        /** {@code (1/(4xy)) / F_y}. */
        double curvature() {
            return point.r() * y() / (scarce0 ? point.slopePlenty() : point.slopeScarce());
        }
    }
}
