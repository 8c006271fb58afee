/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.SpotPoint;
import io.ballast.risk.band.PriceCurve;
import io.ballast.risk.curve.constantproduct.ConstantProductCurve;
import io.ballast.risk.pool.constantproduct.ConstantProductPool;
import java.math.BigInteger;
import java.util.List;

/**
 * Shares of a constant product pair: a sum of shares is a share, so the group is valued as one position that has all the LP
 * tokens, baskets and roots of the others. Mutable and single-threaded.
 */
final class ConstantProductGroup implements BookGroup {

    private static final double X64 = 0x1p64;

    private final PoolTerms terms;
    private final ConstantProductPool pool;
    private final ConstantProductValuation valuation;
    private PositionState sum = PositionState.opened(PositionIdentity.lpToken("group"));
    private BigInteger lpTokens = BigInteger.ZERO;
    private int count;

    ConstantProductGroup(PoolTerms terms, ConstantProductPool pool) {
        this.terms = terms;
        this.pool = pool;
        valuation = new ConstantProductValuation(terms, pool);
    }

    @Override
    public void add(PositionAccount account) {
        change(
                account.liquidity(),
                account.state().entryRootKX64(),
                account.state().basis(),
                account.state().fees());
        count++;
    }

    @Override
    public void subtract(PositionAccount account) {
        change(
                account.liquidity().negate(),
                account.state().entryRootKX64().negate(),
                account.state().basis().negated(),
                account.state().fees().negated());
        count--;
    }

    private void change(BigInteger tokens, BigInteger rootKX64, CostBasis basis, FeeLedger fees) {
        lpTokens = lpTokens.add(tokens);
        sum = sum.withEntryRootKX64(sum.entryRootKX64().add(rootKX64))
                .withBasis(sum.basis().plus(basis))
                .withFees(sum.fees().plus(fees));
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public GroupFigures figures() {
        PositionMeasures now = valuation.measures(sum, lpTokens);
        return now == null
                ? null
                : new GroupFigures(
                        count,
                        now.value(),
                        now.hodlValue(),
                        now.il(),
                        now.ilFraction(),
                        now.realisedIl(),
                        now.delta0(),
                        now.delta1(),
                        now.gamma());
    }

    @Override
    public PriceCurve priceCurve() {
        return valuation.priceCurve(sum, lpTokens);
    }

    @Override
    public List<SpotPoint> at(List<Double> shifts) {
        GroupFigures now = figures();
        if (now == null) {
            return List.of();
        }
        double sqrtPrice = valuation.sqrtPrice();
        return shifts.stream()
                .map(shift -> point(shift, sqrtPrice * sqrtPrice * (1 + shift), now.realisedIl()))
                .toList();
    }

    /** Its fees stay in the share at any price: the loss is that of the root it came in with. */
    private SpotPoint point(double shift, double price, double realisedIl) {
        HumanUnits units = HumanUnits.of(terms);
        BigInteger rootX64 = PairShare.of(lpTokens, pool.state()).rootKX64();
        ConstantProductCurve held = curve(units, rootX64);
        ConstantProductCurve withoutFees = curve(units, sum.entryRootKX64().min(rootX64));
        double hodl = units.amount0X64(sum.basis().hodl0X64()) * price
                + units.amount1X64(sum.basis().hodl1X64());
        double il = withoutFees.value(price) - hodl;
        return new SpotPoint(
                shift,
                price,
                new GroupFigures(
                        count,
                        held.value(price),
                        hodl,
                        il,
                        hodl == 0 ? null : il / hodl,
                        realisedIl,
                        held.amount0(price),
                        held.amount1(price),
                        held.gamma(price)));
    }

    private static ConstantProductCurve curve(HumanUnits units, BigInteger rootX64) {
        return new ConstantProductCurve(units.liquidity(rootX64.doubleValue() / X64));
    }
}
