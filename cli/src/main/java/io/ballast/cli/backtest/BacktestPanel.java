/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.backtest.Backtest.Outcome;
import io.ballast.risk.backtest.BacktestPoint;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One panel of the picture: two lines over the hours. Lengths are SVG units. */
final class BacktestPanel {
    static final int WIDTH = 440;
    static final int HEIGHT = 220;

    private static final int LEFT = 60;
    private static final int TOP = 40;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 10;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 25;
    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_BETWEEN_DATES = 7;
    private static final String UNHEDGED = "#b35c00";
    private static final String HEDGED = "#1b5e9b";

    private final int x;
    private final int y;
    private final ValueScale scale;

    BacktestPanel(int x, int y, ValueScale scale) {
        this.x = x + LEFT;
        this.y = y + TOP;
        this.scale = scale;
    }

    List<String> lines(Outcome outcome) {
        int last = outcome.result().points().size() - 1;
        List<String> lines = new ArrayList<>();
        BacktestCase followed = outcome.followed();
        lines.add(text(
                x,
                y - 22,
                "start",
                "black",
                followed.portfolio() + ", " + followed.target() + ", band " + followed.band() + ", "
                        + followed.rule().money()));
        lines.add(text(
                x,
                y - 8,
                "start",
                UNHEDGED,
                followed.rule().target().theta() == 0 ? "unhedged" : "unhedged, against holding"));
        lines.add(text(x + 170, y - 8, "start", HEDGED, "hedged, all costs in"));
        lines.addAll(grid());
        lines.addAll(dates(outcome, last));
        lines.add(curve(outcome, last, BacktestPoint::unhedged, UNHEDGED));
        lines.add(curve(outcome, last, BacktestPoint::hedged, HEDGED));
        return lines;
    }

    private List<String> grid() {
        List<String> lines = new ArrayList<>();
        long steps = Math.round((scale.high() - scale.low()) / scale.step());
        for (int i = 0; i <= steps; i++) {
            double value = scale.low() + i * scale.step();
            double height = height(value);
            boolean isZero = Math.abs(value) < scale.step() / 2;
            lines.add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\"/>",
                    x,
                    height,
                    x + PLOT_WIDTH,
                    height,
                    isZero ? "#666" : "#ddd"));
            lines.add(
                    text(x - 5, height + 4, "end", "#444", String.format(Locale.ROOT, "%,.0f", isZero ? 0.0 : value)));
        }
        return lines;
    }

    private List<String> dates(Outcome outcome, int last) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < last; i += HOURS_A_DAY * DAYS_BETWEEN_DATES) {
            String date = HourlyRows.end(outcome, i)
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
            lines.add(text(across(i, last), y + PLOT_HEIGHT + 16, "start", "#444", date));
        }
        return lines;
    }

    private String curve(Outcome outcome, int last, ToDoubleFunction<BacktestPoint> sum, String colour) {
        String points = IntStream.rangeClosed(0, last)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        across(i, last),
                        height(sum.applyAsDouble(outcome.result().points().get(i)))))
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"1.2\" points=\"" + points + "\"/>";
    }

    private double across(int index, int last) {
        return x + (double) PLOT_WIDTH * index / Math.max(1, last);
    }

    private double height(double value) {
        return y + PLOT_HEIGHT * (scale.high() - value) / (scale.high() - scale.low());
    }

    private static String text(double x, double y, String anchor, String colour, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x,
                y,
                anchor,
                colour,
                escaped);
    }
}
