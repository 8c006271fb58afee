/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.oracle;

import io.ballast.benchmarks.workload.MeasuredPool;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Recomputes a sample of positions from the input, and says what is wrong with what was said of them: each claim must be
 * exact at the tick that it is as of and, since ticks came after it, within tolerance at the last one.
 */
public final class Oracle {

    /** Of doubles; rounding of raw units comes on top. */
    private static final double EXACT = 1e-9;

    /** Units of token1 that rounding of raw amounts may move a worth by. */
    private static final double ROUNDED = 4 * Math.pow(10, -MeasuredPool.DECIMALS_1);

    private static final double ROUNDED_0 = 4 * Math.pow(10, -MeasuredPool.DECIMALS_0);

    private final PoolFeed feed;
    private final Slack slack;

    /**
     * How far a claim may be from the truth at the last tick, beyond rounding.
     *
     * @param value  as a fraction of the worth
     * @param il  of the loss, as a fraction of the basket held
     * @param delta  as a fraction of the position's token0 when it is all token0
     * @param fees  as a fraction of worth and fees
     */
    public record Slack(double value, double il, double delta, double fees) {

        /** For those who revalue everything at every tick. */
        public static final Slack NONE = new Slack(0, 0, 0, 0);

        /** What Ballast promises unless it is set otherwise. */
        public static final Slack PROMISED = new Slack(1e-4, 1e-4, 1e-3, 1e-4);
    }

    public Oracle(PoolFeed feed, Slack slack) {
        this.feed = feed;
        this.slack = slack;
    }

    /**
     * @param claims  by position id
     * @return what is wrong, in words; empty if nothing is
     */
    public List<String> faults(Collection<PlannedPosition> sample, Map<String, Claim> claims) {
        List<String> faults = new ArrayList<>();
        for (PlannedPosition position : sample) {
            Claim claim = claims.get(position.id());
            if (claim == null) {
                faults.add(position.id() + ": nothing was published");
            } else {
                check(position, claim, faults);
            }
        }
        return faults;
    }

    private void check(PlannedPosition position, Claim claim, List<String> faults) {
        BigInteger then = feed.sqrtPriceX96After(claim.tick());
        BigInteger now = feed.sqrtPriceX96After(feed.tickCount() - 1);
        if (!then.equals(claim.sqrtPriceX96())) {
            faults.add(claim.positionId() + " as of tick " + claim.tick() + ": sqrtPriceX96 " + claim.sqrtPriceX96()
                    + " instead of " + then);
        }
        Truth truth = new Truth(position);
        compare(claim, truth, truth.at(then), Slack.NONE, faults);
        Truth.Figures last = truth.at(now);
        compare(claim, truth, last, slack, faults);
        if (claim.feesValue() != null) {
            checkFees(position, claim, last, faults);
        }
    }

    private static void compare(Claim claim, Truth truth, Truth.Figures figures, Slack allowed, List<String> faults) {
        double value = EXACT * figures.value() + ROUNDED;
        near(
                faults,
                claim,
                "value",
                claim.value(),
                figures.value(),
                value + allowed.value() * Math.max(claim.value(), figures.value()));
        double ilFraction = claim.hodlValue() == 0 ? 0 : claim.il() / claim.hodlValue();
        double ilRounded = EXACT + ROUNDED / Math.max(ROUNDED, figures.hodlValue());
        near(faults, claim, "il / hodl_value", ilFraction, figures.ilFraction(), ilRounded + allowed.il());
        double delta = (EXACT + allowed.delta()) * truth.fullDelta() + ROUNDED_0;
        near(faults, claim, "delta0", claim.delta0(), figures.delta0(), delta);
        if (allowed.equals(Slack.NONE)) {
            near(faults, claim, "delta1", claim.delta1(), figures.delta1(), value);
        }
    }

    private void checkFees(PlannedPosition position, Claim claim, Truth.Figures last, List<String> faults) {
        double fees = feed.feesValue(position);
        double worth = Math.max(claim.value() + claim.feesValue(), last.value() + fees);
        double allowed = slack.fees() * worth + EXACT * fees + ROUNDED;
        near(faults, claim, "fees_value", claim.feesValue(), fees, allowed);
    }

    private static void near(
            List<String> faults, Claim claim, String figure, double said, double truth, double allowed) {
        // Not the other way round: NaN is near nothing.
        if (!(Math.abs(said - truth) <= allowed)) {
            faults.add(claim.positionId() + " as of tick " + claim.tick() + ": " + figure + " " + said + " instead of "
                    + truth + ", off by more than " + allowed);
        }
    }
}
