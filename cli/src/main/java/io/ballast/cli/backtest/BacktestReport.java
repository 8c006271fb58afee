/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.backtest.Backtest.Outcome;
import io.ballast.risk.backtest.BacktestPoint;
import io.ballast.risk.backtest.BacktestResult;
import io.ballast.risk.backtest.Churn;
import io.ballast.risk.backtest.RiskTest;
import io.ballast.risk.portfolio.Attribution;
import io.ballast.risk.scenario.KupiecTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A back-test for people: four tables. */
public final class BacktestReport {
    private static final double PERCENT = 100;

    private final List<Outcome> outcomes;

    public BacktestReport(List<Outcome> outcomes) {
        this.outcomes = List.copyOf(outcomes);
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    public List<ReportTable> tables() {
        return List.of(variance(), results(), churn(), risk());
    }

    private ReportTable variance() {
        return table(
                "Hourly changes of the result",
                List.of(
                        "hours",
                        "sd unhedged",
                        "sd hedged",
                        "variance down",
                        "LVR share",
                        "open share",
                        "fees share",
                        "costs share"),
                outcome -> {
                    BacktestResult result = outcome.result();
                    return List.of(
                            Integer.toString(result.points().size() - 1),
                            root(result.variance(BacktestPoint::unhedged)),
                            root(result.variance(BacktestPoint::hedged)),
                            percent(result.reduction(), 2),
                            percent(result.share(point -> -point.lvr()), 0),
                            percent(result.share(BacktestPoint::openExposure), 0),
                            percent(result.share(point -> point.pool().fees().toDouble()), 0),
                            percent(
                                    result.share(point -> point.costs()
                                            + point.account().funding().toDouble()),
                                    0));
                });
    }

    private ReportTable results() {
        return table(
                "Where the result came from",
                List.of(
                        "price",
                        "IL",
                        "fees",
                        "hedge",
                        "funding",
                        "costs",
                        "result",
                        "LVR",
                        "open",
                        "spread",
                        "identity off by"),
                outcome -> {
                    BacktestPoint end = outcome.result().end();
                    Attribution total = end.total();
                    return List.of(
                            money(total.price().toDouble()),
                            money(total.il().toDouble()),
                            money(total.fees().toDouble()),
                            money(total.hedge().toDouble()),
                            money(total.funding().toDouble()),
                            money(total.costs().toDouble()),
                            money(total.total().toDouble()),
                            money(end.lvr()),
                            money(end.openExposure()),
                            money(end.spread()),
                            String.format(Locale.ROOT, "%.0e", outcome.result().worstGap()));
                });
    }

    private ReportTable churn() {
        return table(
                "Churn",
                List.of(
                        "looks",
                        "recommendations",
                        "trades",
                        "trades a day",
                        "blocked",
                        "notional",
                        "cost",
                        "cost of notional"),
                outcome -> {
                    BacktestPoint end = outcome.result().end();
                    Churn churn = end.churn();
                    double days = (outcome.result().points().size() - 1) / 24.0;
                    return List.of(
                            count(churn.looks()),
                            count(churn.recommendations()),
                            count(churn.trades()),
                            String.format(Locale.ROOT, "%.1f", churn.trades() / days),
                            count(churn.blocked()),
                            money(churn.notional()),
                            money(-end.costs()),
                            percent(churn.notional() == 0 ? null : -end.costs() / churn.notional(), 3));
                });
    }

    private ReportTable risk() {
        return table(
                "Value at risk of the next hour, and how often it was exceeded",
                List.of(
                        "hours",
                        "95 % exceeded",
                        "expected",
                        "p",
                        "99 % exceeded",
                        "expected",
                        "p",
                        "hedged: 95 % exceeded",
                        "p",
                        "99 % exceeded",
                        "p"),
                outcome -> {
                    List<RiskTest> risks = outcome.risks();
                    if (risks.isEmpty()) {
                        return Collections.nCopies(11, "-");
                    }
                    List<String> cells =
                            new ArrayList<>(List.of(count(risks.get(0).kupiec().observations())));
                    for (RiskTest risk : risks) {
                        KupiecTest kupiec = risk.kupiec();
                        cells.add(count(kupiec.exceptions()));
                        if (!risk.hedged()) {
                            cells.add(String.format(Locale.ROOT, "%.1f", kupiec.expected()));
                        }
                        cells.add(String.format(Locale.ROOT, "%.3f", kupiec.pValue()));
                    }
                    return cells;
                });
    }

    private ReportTable table(String title, List<String> columns, Function<Outcome, List<String>> cells) {
        List<String> head = new ArrayList<>(List.of("portfolio", "target", "band"));
        head.addAll(columns);
        List<List<String>> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            List<String> row = new ArrayList<>(List.of(
                    outcome.followed().portfolio(),
                    outcome.followed().target(),
                    outcome.followed().band()));
            row.addAll(cells.apply(outcome));
            rows.add(row);
        }
        return new ReportTable(title + ", " + outcomes.get(0).followed().rule().money(), 3, head, rows);
    }

    private static String money(double amount) {
        String text = String.format(Locale.ROOT, "%,.0f", amount);
        return text.equals("-0") ? "0" : text;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String root(Double variance) {
        return variance == null ? "-" : String.format(Locale.ROOT, "%,.2f", Math.sqrt(variance));
    }

    private static String percent(Double fraction, int digits) {
        if (fraction == null) {
            return "-";
        }
        String text = String.format(Locale.ROOT, "%." + digits + "f %%", fraction * PERCENT);
        return text.equals("-0 %") ? "0 %" : text;
    }
}
