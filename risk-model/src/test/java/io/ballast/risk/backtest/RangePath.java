/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.portfolio.PartFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Minutes of one range position along given prices, by the closed forms of the whitepaper. Written for tests alone. */
final class RangePath {
    static final long MINUTE_MICROS = 60_000_000L;

    private static final double LIQUIDITY = 1000;
    private static final double LOWER = Math.sqrt(1500);
    private static final double UPPER = Math.sqrt(2500);

    private RangePath() {}

    /** A minute for each price of token0 in token1, from 1970 on; fees grow by that much token1 a minute. */
    static List<PoolMinute> minutes(RiskyToken risky, double feesAMinute, double... prices) {
        List<PoolMinute> minutes = new ArrayList<>();
        double lvr = 0;
        for (int i = 0; i < prices.length; i++) {
            lvr += i == 0 ? 0 : stepLoss(prices[i - 1], prices[i]);
            minutes.add(new PoolMinute(i * MINUTE_MICROS, risky, figures(prices[0], prices[i], i * feesAMinute, lvr)));
        }
        return minutes;
    }

    /** V + x dP - V', token1. */
    static double stepLoss(double from, double to) {
        return value(from) + token0(from) * (to - from) - value(to);
    }

    static double value(double price) {
        return token0(price) * price + token1(price);
    }

    static double token0(double price) {
        return LIQUIDITY * (1 / clamped(price) - 1 / UPPER);
    }

    static double token1(double price) {
        return LIQUIDITY * (clamped(price) - LOWER);
    }

    private static double clamped(double price) {
        return Math.min(Math.max(Math.sqrt(price), LOWER), UPPER);
    }

    private static PartFigures figures(double entry, double price, double fees, double lvr) {
        double hodl = token0(entry) * price + token1(entry);
        boolean isInRange = price > 1500 && price < 2500;
        double gamma = isInRange ? -LIQUIDITY / (2 * Math.pow(price, 1.5)) : 0;
        return new PartFigures(
                true,
                value(price),
                isInRange ? value(price) : 0,
                null,
                hodl,
                value(price) - hodl,
                fees,
                lvr,
                null,
                token0(price),
                token1(price),
                token0(entry),
                token1(entry),
                gamma,
                price,
                Map.of());
    }
}
