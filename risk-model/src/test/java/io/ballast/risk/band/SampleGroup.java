/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.band;

import java.util.ArrayList;
import java.util.List;

/** Positions taken together, summed one by one. */
final class SampleGroup {

    final List<SamplePosition> members = new ArrayList<>();

    double fullDelta() {
        return members.stream().mapToDouble(SamplePosition::fullDelta).sum();
    }

    Figures figures(double sqrtPrice) {
        double value = 0;
        double delta = 0;
        double fees = 0;
        double hodl = 0;
        for (SamplePosition member : members) {
            Figures figures = member.figures(sqrtPrice);
            value += figures.value();
            delta += figures.delta();
            fees += figures.fees();
            hodl += member.hodl0 * sqrtPrice * sqrtPrice + member.hodl1;
        }
        return new Figures(value, hodl == 0 ? 0 : (value - hodl) / hodl, delta, fees);
    }

    Segment segment(double sqrtPrice) {
        double below = 0;
        double above = Double.POSITIVE_INFINITY;
        double[] sums = new double[7];
        for (SamplePosition member : members) {
            for (double end : new double[] {member.lower, member.upper}) {
                below = end <= sqrtPrice ? Math.max(below, end) : below;
                above = end >= sqrtPrice ? Math.min(above, end) : above;
            }
            add(sums, member, sqrtPrice);
        }
        Holding amounts = new Holding(sums[0], sums[1], sums[2]);
        return Segment.ofGroup(sqrtPrice, below, above, amounts, sums[3], sums[4], sums[5], sums[6]);
    }

    private static void add(double[] sums, SamplePosition member, double sqrtPrice) {
        sums[0] += member.range().amount0(sqrtPrice);
        sums[1] += member.range().amount1(sqrtPrice);
        sums[2] += member.earnsAt(sqrtPrice) ? member.liquidity : 0;
        sums[3] += member.hodl0;
        sums[4] += member.hodl1;
        sums[5] += member.fees0;
        sums[6] += member.fees1;
    }
}
