/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import java.util.ArrayList;
import java.util.List;

/** Has a follower walk over moments, and notes where it stands before its first trade and at the end of each hour. */
public final class HourlyBacktest {

    private static final long MICROS_AN_HOUR = 3_600_000_000L;

    private HourlyBacktest() {}

    /**
     * @param minutes  in the order of time; at least one. Where nothing is said for a while nothing has changed.
     * @throws IllegalArgumentException if there is none, or they are not in order, or liquidity came or went
     */
    public static BacktestResult run(FollowerRule rule, List<PoolMinute> minutes) {
        if (minutes.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to follow");
        }
        PoolMinute start = minutes.get(0);
        HedgeFollower follower = new HedgeFollower(rule, start);
        List<BacktestPoint> points = new ArrayList<>();
        points.add(follower.point());
        follower.follow();
        long hour = hour(start);
        for (PoolMinute minute : minutes.subList(1, minutes.size())) {
            if (hour(minute) > hour) {
                BacktestPoint atEnd = follower.point();
                for (; hour < hour(minute); hour++) {
                    points.add(atEnd);
                }
            }
            follower.step(minute);
        }
        points.add(follower.point());
        return new BacktestResult(rule, Math.floorDiv(start.timeMicros(), MICROS_AN_HOUR), points);
    }

    private static long hour(PoolMinute minute) {
        return Math.floorDiv(minute.timeMicros(), MICROS_AN_HOUR);
    }
}
