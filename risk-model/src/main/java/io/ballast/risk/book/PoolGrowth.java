/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.GroupGrowth;
import io.ballast.risk.aggregate.Growth;
import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.TickState;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.OutsideLosses;
import io.ballast.risk.rebalancing.StartGrowths;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Fees and losses of a concentrated pool, for sums over groups of its positions. A live view, which tells the groups when
 * something changes outside of a tick.
 */
public final class PoolGrowth implements Growth {

    /** What is kept, in the order of the channels. */
    public enum Channel {
        /** Fees in raw token0 for each unit of liquidity, times 2^128, modulo 2^256. */
        FEES0_X128,
        FEES1_X128,
        LVR_TOKEN1_X160,
        LVR_USD_X256,
        LVR_UNPRICED_X96,
        MARKOUT_TOKEN1_X160,
        MARKOUT_USD_X256,
        MARKOUT_UNPRICED_X96
    }

    private static final Channel[] CHANNELS = Channel.values();

    private final ConcentratedPool pool;
    private final ConcentratedLosses losses;
    private final StartGrowths atStarts;
    private final List<GroupGrowth> groups = new ArrayList<>();

    PoolGrowth(ConcentratedPool pool, ConcentratedLosses losses) {
        this.pool = pool;
        this.losses = losses;
        atStarts = new StartGrowths(losses);
        pool.ticks().observe((tick, before, now) -> feesChanged(tick, feesOutside(before), feesOutside(now)));
        losses.observeOutside((tick, before, now) -> lossesChanged(tick, outside(before), outside(now)));
    }

    /** Sums over a group's positions, kept up to date from now on. */
    GroupGrowth of(LiquidityProfile group) {
        GroupGrowth sums = new GroupGrowth(group, this);
        groups.add(sums);
        return sums;
    }

    /** Losses as of where windows start. */
    StartGrowths atStarts() {
        return atStarts;
    }

    private void feesChanged(int tick, FeeGrowth before, FeeGrowth now) {
        if (!before.equals(now)) {
            List<BigInteger> changes = List.of(
                    now.token0X128().subtract(before.token0X128()),
                    now.token1X128().subtract(before.token1X128()));
            groups.forEach(group -> group.outsideChanged(tick, Channel.FEES0_X128.ordinal(), changes));
        }
    }

    private void lossesChanged(int tick, Losses before, Losses now) {
        if (!before.equals(now)) {
            atStarts.outsideChanged(tick, before.lvr(), now.lvr());
            Losses change = now.minus(before);
            List<BigInteger> changes = List.of(
                    change.lvr().token1X160(),
                    change.lvr().usdX256(),
                    change.lvr().unpricedX96(),
                    change.markout().token1X160(),
                    change.markout().usdX256(),
                    change.markout().unpricedX96());
            groups.forEach(group -> group.outsideChanged(tick, Channel.LVR_TOKEN1_X160.ordinal(), changes));
        }
    }

    private static FeeGrowth feesOutside(TickState row) {
        return row == null ? FeeGrowth.ZERO : row.feeGrowthOutside();
    }

    private static Losses outside(OutsideLosses row) {
        return row == null ? Losses.ZERO : row.outside();
    }

    @Override
    public int channels() {
        return CHANNELS.length;
    }

    @Override
    public int tick() {
        return pool.state().tick();
    }

    @Override
    public BigInteger global(int channel) {
        return part(CHANNELS[channel], pool.state().feeGrowthGlobal(), losses.global());
    }

    @Override
    public BigInteger outside(int tick, int channel) {
        return part(CHANNELS[channel], feesOutside(pool.ticks().get(tick)), losses.outside(tick));
    }

    private static BigInteger part(Channel channel, FeeGrowth fees, Losses losses) {
        return switch (channel) {
            case FEES0_X128 -> fees.token0X128();
            case FEES1_X128 -> fees.token1X128();
            case LVR_TOKEN1_X160, LVR_USD_X256, LVR_UNPRICED_X96 -> lvr(channel, losses.lvr());
            case MARKOUT_TOKEN1_X160, MARKOUT_USD_X256, MARKOUT_UNPRICED_X96 -> markout(channel, losses.markout());
        };
    }

    private static BigInteger lvr(Channel channel, LossMeasure lvr) {
        return switch (channel) {
            case LVR_TOKEN1_X160 -> lvr.token1X160();
            case LVR_USD_X256 -> lvr.usdX256();
            default -> lvr.unpricedX96();
        };
    }

    private static BigInteger markout(Channel channel, LossMeasure markout) {
        return switch (channel) {
            case MARKOUT_TOKEN1_X160 -> markout.token1X160();
            case MARKOUT_USD_X256 -> markout.usdX256();
            default -> markout.unpricedX96();
        };
    }
}
