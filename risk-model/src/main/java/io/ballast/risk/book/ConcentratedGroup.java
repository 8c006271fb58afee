/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.Contribution;
import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.GroupTotals;
import io.ballast.risk.aggregate.ProfileSegment;
import io.ballast.risk.aggregate.SpotLadder;
import io.ballast.risk.aggregate.SpotPoint;
import io.ballast.risk.band.Holding;
import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.band.Segment;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.List;

/** Positions of a concentrated pool, by tick boundary. Mutable and single-threaded. */
final class ConcentratedGroup implements BookGroup {

    private static final double X128 = 0x1p128;

    private final PoolTerms terms;
    private final ConcentratedPool pool;
    private final GroupTotals totals = new GroupTotals();
    private final GroupAccruals accruals;
    private final RangeGroupWindows windows;

    ConcentratedGroup(
            PoolTerms terms, ConcentratedPool pool, ConcentratedLosses losses, Windows windows, PoolGrowth growth) {
        this.terms = terms;
        this.pool = pool;
        accruals = new GroupAccruals(growth.of(totals.profile()));
        this.windows = new RangeGroupWindows(losses, growth.atStarts(), windows, totals.profile());
    }

    @Override
    public void replace(PositionAccount before, PositionAccount now) {
        if (before != null && before.isOpen()) {
            totals.subtract(contribution(before));
            accruals.subtract(before);
        }
        if (now != null && now.isOpen()) {
            totals.add(contribution(now));
            accruals.add(now);
        }
        windows.replace(before, now);
    }

    static Contribution contribution(PositionAccount account) {
        PositionIdentity identity = account.state().identity();
        CostBasis basis = account.state().basis();
        return new Contribution(
                identity.tickLower(),
                identity.tickUpper(),
                account.liquidity(),
                basis.hodl0X64(),
                basis.hodl1X64(),
                basis.realisedIlX64());
    }

    @Override
    public int count() {
        return totals.count();
    }

    @Override
    public void forgetBefore(long nowMs) {
        windows.forgetBefore(nowMs);
    }

    @Override
    public GroupReading read(long nowMs) {
        if (!isMeasurable()) {
            return null;
        }
        HumanUnits units = HumanUnits.of(terms);
        GroupFigures figures = human(totals.at(sqrtPriceX96()));
        GroupIncome income = income(units, nowMs);
        return new GroupReading(figures, income, curve(units, figures, income), inRange());
    }

    /** By the pool's tick: a price that came down exactly to a boundary has passed it. */
    private BigInteger inRange() {
        BigInteger below = pool.sqrtPriceX96AtTick(pool.state().tick() + 1).subtract(BigInteger.ONE);
        return totals.profile().segmentAt(sqrtPriceX96().min(below)).liquidity();
    }

    private GroupIncome income(HumanUnits units, long nowMs) {
        GroupAccruals.Sums sums = accruals.now();
        double fees0 = units.amount0(sums.fees0X128().doubleValue() / X128);
        double fees1 = units.amount1(sums.fees1X128().doubleValue() / X128);
        double sqrtPrice = units.sqrtPriceX96(sqrtPriceX96());
        int decimals1 = terms.decimals1();
        return new GroupIncome(
                fees0,
                fees1,
                fees0 * sqrtPrice * sqrtPrice + fees1,
                LossFigures.of(
                        sums.losses(), decimals1, windows.figures(sums.grown().lvr(), decimals1, nowMs)));
    }

    private PriceCurve curve(HumanUnits units, GroupFigures now, GroupIncome income) {
        ProfileSegment segment = totals.profile().segmentAt(sqrtPriceX96());
        double liquidity = units.liquidity(segment.liquidity().doubleValue());
        return Segment.ofGroup(
                units.sqrtPriceX96(sqrtPriceX96()),
                units.sqrtPrice(segment.sqrtPriceLower()),
                units.sqrtPrice(segment.sqrtPriceUpper()),
                new Holding(now.delta0(), now.delta1(), liquidity),
                units.amount0X64(totals.hodl0X64()),
                units.amount1X64(totals.hodl1X64()),
                income.fees0(),
                income.fees1());
    }

    @Override
    public List<SpotPoint> at(SpotLadder ladder) {
        if (!isMeasurable()) {
            return List.of();
        }
        HumanUnits units = HumanUnits.of(terms);
        return ladder.of(totals, sqrtPriceX96()).stream()
                .map(rung -> {
                    double sqrtPrice = units.sqrtPriceX96(rung.sqrtPriceX96());
                    return new SpotPoint(rung.shift(), sqrtPrice * sqrtPrice, human(rung.figures()));
                })
                .toList();
    }

    @Override
    public int boundaries() {
        return totals.profile().boundaries();
    }

    /** Needs no price. */
    @Override
    public GroupCurve curve() {
        return terms.decimalsKnown()
                ? new ConcentratedGroupCurve(
                        totals.count(),
                        totals.profile().steps(),
                        totals.hodl0X64(),
                        totals.hodl1X64(),
                        totals.realisedIlX64(),
                        terms.decimals0(),
                        terms.decimals1())
                : null;
    }

    private GroupFigures human(GroupFigures raw) {
        return raw.inHumanUnits(terms.decimals0(), terms.decimals1());
    }

    private boolean isMeasurable() {
        return pool.state().hasPrice() && terms.decimalsKnown();
    }

    private BigInteger sqrtPriceX96() {
        return pool.state().sqrtPriceX96();
    }
}
