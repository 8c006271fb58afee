/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.aggregate.Boundaries;
import io.ballast.risk.aggregate.GroupGrowth;
import io.ballast.risk.aggregate.Growth;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.PastKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Loss versus rebalancing in a concentrated pool as of the start of a window: what is kept of the past, read as v3's growth. It
 * is a function of the rows and of the start alone. When a row changes or the start moves, either way, the groups are told what
 * that changes outside of ticks, so their sums are right after an undo as well.
 *
 * <p>Mutable and single-threaded.
 */
final class StartGrowth implements Growth {

    /** Token1, USD and what had no price. */
    private static final int CHANNELS = 3;

    private final ConcentratedLosses losses;
    private final List<GroupGrowth> groups = new ArrayList<>();
    private long startMs;

    private int lookedUp;
    /** Null when it may have changed since. */
    private LossMeasure outside;

    StartGrowth(ConcentratedLosses losses, long startMs) {
        this.losses = losses;
        this.startMs = startMs;
    }

    /** Sums over a group's liquidity at the start, kept up to date from now on. */
    GroupGrowth of(Boundaries group) {
        GroupGrowth sums = new GroupGrowth(group, this);
        groups.add(sums);
        return sums;
    }

    long startMs() {
        return startMs;
    }

    /** @param ticks  of which something has ended between the old and the new start */
    void moveTo(long toMs, Set<Integer> ticks) {
        long fromMs = startMs;
        startMs = toMs;
        ticks.forEach(tick -> changed(tick, losses.outsideAt(fromMs, tick), losses.outsideAt(toMs, tick)));
    }

    /** A row of the past has changed; it counts if it is the first after the start. */
    void pastChanged(PastKey key, LossMeasure before, LossMeasure now) {
        if (key.untilMs() <= startMs) {
            return;
        }
        Long first = losses.outsideHeldUntil(startMs, key.of());
        if (first == null || first >= key.untilMs()) {
            LossMeasure without = losses.outsideAt(key.untilMs(), key.of());
            changed(key.of(), before == null ? without : before, now == null ? without : now);
        }
    }

    /** What is outside of a tick now has changed; it counts if nothing of its past is kept. */
    void outsideChanged(int tick, LossMeasure before, LossMeasure now) {
        if (losses.outsideHeldUntil(startMs, tick) == null) {
            changed(tick, before, now);
        }
    }

    private void changed(int tick, LossMeasure before, LossMeasure now) {
        outside = null;
        if (!before.equals(now)) {
            LossMeasure change = now.minus(before);
            List<BigInteger> changes = List.of(change.token1X160(), change.usdX256(), change.unpricedX96());
            groups.forEach(group -> group.outsideChanged(tick, 0, changes));
        }
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public int tick() {
        return losses.poolAt(startMs).tick();
    }

    @Override
    public BigInteger global(int channel) {
        return part(losses.poolAt(startMs).lvr(), channel);
    }

    @Override
    public BigInteger outside(int tick, int channel) {
        if (outside == null || lookedUp != tick) {
            outside = losses.outsideAt(startMs, tick);
            lookedUp = tick;
        }
        return part(outside, channel);
    }

    private static BigInteger part(LossMeasure lvr, int channel) {
        return switch (channel) {
            case 0 -> lvr.token1X160();
            case 1 -> lvr.usdX256();
            default -> lvr.unpricedX96();
        };
    }

    static LossMeasure measure(List<BigInteger> sums) {
        return new LossMeasure(sums.get(0), sums.get(1), sums.get(2));
    }
}
