/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupFigures;
import io.ballast.risk.aggregate.SpotLadder;
import io.ballast.risk.aggregate.SpotPoint;
import java.math.BigInteger;
import java.util.List;

/**
 * Shares of one pool: a sum of shares is a share, so the group is valued as one position that has all the LP tokens, baskets and
 * roots of the others. Mutable and single-threaded.
 */
public final class ShareGroup implements BookGroup {

    private final ShareWorth worth;
    private final ShareGroupLosses losses;

    private PositionState sum = PositionState.opened(PositionIdentity.lpToken("group"));
    private BigInteger lpTokens = BigInteger.ZERO;
    private int count;

    /** A group that nobody is in yet. */
    public ShareGroup(ShareWorth worth, ShareGroupLosses losses) {
        this.worth = worth;
        this.losses = losses;
    }

    @Override
    public void replace(PositionAccount before, PositionAccount now) {
        if (before != null && before.isOpen()) {
            change(
                    before.liquidity().negate(),
                    before.state().entryRootKX64().negate(),
                    before.state().basis().negated(),
                    before.state().fees().negated());
            count--;
        }
        if (now != null && now.isOpen()) {
            change(
                    now.liquidity(),
                    now.state().entryRootKX64(),
                    now.state().basis(),
                    now.state().fees());
            count++;
        }
        losses.replace(before, now);
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
    public void forgetBefore(long nowMs) {
        losses.forgetBefore(nowMs);
    }

    @Override
    public GroupReading read(long nowMs) {
        PositionMeasures now = worth.measures(sum, lpTokens);
        return now == null
                ? null
                : new GroupReading(
                        figures(now),
                        new GroupIncome(now.fees0(), now.fees1(), now.feesValue(), losses.figures(nowMs)),
                        worth.priceCurve(sum, lpTokens),
                        lpTokens);
    }

    private GroupFigures figures(PositionMeasures now) {
        return new GroupFigures(
                count,
                now.value(),
                now.hodlValue(),
                now.il(),
                now.ilFraction(),
                now.realisedIl(),
                now.delta0(),
                now.delta1(),
                hodl0(),
                hodl1(),
                now.gamma());
    }

    @Override
    public List<SpotPoint> at(SpotLadder ladder) {
        GroupCurve curve = curve();
        if (curve == null) {
            return List.of();
        }
        double sqrtPrice = worth.sqrtPrice();
        return ladder.shifts().stream()
                .map(shift -> point(curve, shift, sqrtPrice * sqrtPrice * (1 + shift)))
                .toList();
    }

    private static SpotPoint point(GroupCurve curve, double shift, double price) {
        return new SpotPoint(shift, price, curve.at(price));
    }

    @Override
    public int boundaries() {
        return 0;
    }

    /** Its fees stay in the share at any price, in proportion. */
    @Override
    public GroupCurve curve() {
        return worth.measures(sum, lpTokens) == null
                ? null
                : new ShareGroupCurve(
                        count,
                        worth.curve(lpTokens),
                        worth.partWithoutFees(sum, lpTokens),
                        sum.basis().hodl0X64(),
                        sum.basis().hodl1X64(),
                        sum.basis().realisedIlX64(),
                        worth.units());
    }

    private double hodl0() {
        return worth.units().amount0X64(sum.basis().hodl0X64());
    }

    private double hodl1() {
        return worth.units().amount1X64(sum.basis().hodl1X64());
    }
}
