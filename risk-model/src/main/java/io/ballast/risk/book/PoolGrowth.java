/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.aggregate.Growth;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.TickState;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.Losses;
import java.math.BigInteger;

/** Fees and losses of a concentrated pool, for sums over groups of its positions. A live view. */
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

    PoolGrowth(ConcentratedPool pool, ConcentratedLosses losses) {
        this.pool = pool;
        this.losses = losses;
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
        TickState state = pool.ticks().get(tick);
        FeeGrowth fees = state == null ? FeeGrowth.ZERO : state.feeGrowthOutside();
        return part(CHANNELS[channel], fees, losses.outside(tick));
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
