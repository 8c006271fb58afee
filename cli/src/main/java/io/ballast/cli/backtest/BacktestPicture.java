/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.backtest.Backtest.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cumulative results with and without the hedge as an SVG: a panel for the first case of each portfolio and target, targets side
 * by side. Panels of one portfolio have the same scale.
 */
final class BacktestPicture {
    private static final int MARGIN = 20;

    private BacktestPicture() {}

    static List<String> lines(List<Outcome> outcomes) {
        Map<String, Map<String, Outcome>> rows = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            rows.computeIfAbsent(outcome.followed().portfolio(), portfolio -> new LinkedHashMap<>())
                    .putIfAbsent(outcome.followed().target(), outcome);
        }
        int columns = rows.values().stream().mapToInt(Map::size).max().orElse(1);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                columns * BacktestPanel.WIDTH + MARGIN,
                rows.size() * BacktestPanel.HEIGHT + MARGIN));
        lines.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        int y = 0;
        for (Map<String, Outcome> row : rows.values()) {
            ValueScale scale = ValueScale.of(row.values());
            int x = 0;
            for (Outcome outcome : row.values()) {
                lines.addAll(new BacktestPanel(x, y, scale).lines(outcome));
                x += BacktestPanel.WIDTH;
            }
            y += BacktestPanel.HEIGHT;
        }
        lines.add("</svg>");
        return lines;
    }
}
