/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.backtest;

import io.ballast.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes a back-test to files. */
public final class BacktestFiles {
    private BacktestFiles() {}

    /** @throws CommandFailed if one cannot be written */
    public static void write(BacktestReport report, Path folder) {
        List<String> tables = report.tables().stream()
                .flatMap(table -> table.markdown().stream())
                .toList();
        write(
                folder.resolve("backtest.json"),
                List.of(BacktestJson.of(report.outcomes()).toPrettyString()));
        write(folder.resolve("backtest.csv"), HourlyRows.lines(report.outcomes()));
        write(folder.resolve("backtest.md"), tables);
        write(folder.resolve("backtest.svg"), BacktestPicture.lines(report.outcomes()));
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new CommandFailed("cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
    }
}
