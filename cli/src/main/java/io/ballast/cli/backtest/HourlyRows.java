/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.backtest.Backtest.Outcome;
import io.ballast.risk.backtest.BacktestPoint;
import io.ballast.risk.portfolio.Attribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Hour by hour as CSV: sums since the start, in money, at the end of each hour. */
final class HourlyRows {
    private static final long SECONDS_AN_HOUR = 3600;
    private static final String HEAD =
            "portfolio,target,band,hour_end,price,coins,held,price_term,il,fees,hedge,funding,costs,result,lvr,"
                    + "open_exposure,spread,unhedged,hedged,explained,recommendations,trades";

    private HourlyRows() {}

    static List<String> lines(List<Outcome> outcomes) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (Outcome outcome : outcomes) {
            List<BacktestPoint> points = outcome.result().points();
            for (int i = 1; i < points.size(); i++) {
                lines.add(line(outcome, end(outcome, i), points.get(i)));
            }
        }
        return lines;
    }

    /** When the hour of a point ends. */
    static Instant end(Outcome outcome, int index) {
        return Instant.ofEpochSecond((outcome.result().firstHour() + index) * SECONDS_AN_HOUR);
    }

    private static String line(Outcome outcome, Instant end, BacktestPoint point) {
        Attribution total = point.total();
        return String.join(
                ",",
                outcome.followed().portfolio(),
                outcome.followed().target(),
                '"' + outcome.followed().band() + '"',
                end.toString(),
                numbers(
                        point.price(),
                        point.coins(),
                        point.held(),
                        total.price().toDouble(),
                        total.il().toDouble(),
                        total.fees().toDouble(),
                        total.hedge().toDouble(),
                        total.funding().toDouble(),
                        total.costs().toDouble(),
                        total.total().toDouble(),
                        point.lvr(),
                        point.openExposure(),
                        point.spread(),
                        point.unhedged(),
                        point.hedged(),
                        point.explained()),
                Long.toString(point.churn().recommendations()),
                Long.toString(point.churn().trades()));
    }

    private static String numbers(double... numbers) {
        return DoubleStream.of(numbers).mapToObj(Double::toString).collect(Collectors.joining(","));
    }
}
