/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.terminal.Table;
import io.ballast.cli.terminal.Table.Column;
import io.ballast.schema.PositionRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The demo's figures as text. Everything says that it is simulated. */
final class DemoView {
    static final String LABEL = "SIMULATED market, made-up addresses: no real prices, no real money";

    private final RiskBoard board;
    private final String desk;

    /** @param desk  where a browser finds the desk; empty: nothing is served */
    DemoView(RiskBoard board, String desk) {
        this.board = board;
        this.desk = desk;
    }

    /** A screenful. */
    List<String> screen(DemoFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add("Ballast demo  " + LABEL);
        lines.add(format("%5.0f s   %s", figures.seconds(), speed(figures)));
        lines.add(desk.isEmpty() ? "" : "in a browser: " + desk);
        lines.addAll(book(figures));
        lines.add("");
        lines.addAll(positions(figures.top()).lines());
        return lines;
    }

    /** One line, for logs. */
    String line(DemoFigures figures) {
        BookTotals totals = figures.totals();
        return format(
                "SIMULATED %4.0f s  %d positions, %d in range  value %,.0f USD  IL %,.0f USD (%.3f %%)  fees %,.0f USD  delta"
                        + " %s  %s",
                figures.seconds(),
                totals.positions(),
                totals.inRange(),
                totals.value(),
                totals.il(),
                100 * totals.ilFraction(),
                totals.fees(),
                deltas(totals),
                speed(figures));
    }

    /** What it came to. */
    List<String> summary(DemoFigures figures) {
        List<String> lines = new ArrayList<>();
        lines.add(format("Demo over after %.0f s. %s.", figures.seconds(), LABEL));
        lines.addAll(book(figures));
        lines.add(format(
                "ticks      %,d in all, %,d dead letters; %s", figures.ticks(), figures.deadLetters(), speed(figures)));
        return lines;
    }

    private static List<String> book(DemoFigures figures) {
        BookTotals totals = figures.totals();
        return List.of(
                format("positions  %,d open, %,d in range", totals.positions(), totals.inRange()),
                format("value      %,.0f USD", totals.value()),
                format("IL         %,.0f USD (%.3f %%)", totals.il(), 100 * totals.ilFraction()),
                format("fees       %,.0f USD earned", totals.fees()),
                "delta      " + deltas(totals));
    }

    private static String speed(DemoFigures figures) {
        String latency = figures.latencyP50Ms() < 0
                ? "no figures yet"
                : format("block to risk p50 %d ms, p99 %d ms", figures.latencyP50Ms(), figures.latencyP99Ms());
        return format(
                "%.0f ticks/s  %.0f risk records/s  %s", figures.ticksPerSecond(), figures.riskPerSecond(), latency);
    }

    private static String deltas(BookTotals totals) {
        return totals.deltas().entrySet().stream()
                .map(asset -> format("%,.2f %s", asset.getValue(), asset.getKey()))
                .collect(Collectors.joining(", "));
    }

    private Table positions(List<PositionRisk> top) {
        Table table = new Table(
                Column.text("POSITION"),
                Column.text("POOL"),
                Column.text("RANGE"),
                Column.number("VALUE USD"),
                Column.number("IL USD"),
                Column.number("IL %"),
                Column.number("FEES USD"),
                Column.number("DELTA 0"),
                Column.number("DELTA 1"));
        for (PositionRisk position : top) {
            table.row(
                    shortened(position),
                    PoolTitle.of(board.pool(position.getPoolId()), position.getPoolId()),
                    position.getRangeState().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    number("%,.0f", position.getValueUsd()),
                    number("%,.2f", position.getIlUsd()),
                    position.getIlPct() == null ? null : format("%.3f", 100 * position.getIlPct()),
                    number("%,.2f", position.getFeesValueUsd()),
                    number("%,.4f", position.getDelta0()),
                    number("%,.4f", position.getDelta1()));
        }
        return table;
    }

    /** The part after the pool; of an address its two ends. */
    private static String shortened(PositionRisk position) {
        String id = position.getPositionId().substring(position.getPoolId().length() + 1);
        return id.replaceAll("0x([0-9a-f]{4})[0-9a-f]{32}([0-9a-f]{4})", "0x$1..$2");
    }

    private static String number(String form, Double figure) {
        return figure == null ? null : format(form, figure);
    }

    private static String format(String form, Object... arguments) {
        return String.format(Locale.ROOT, form, arguments);
    }
}
