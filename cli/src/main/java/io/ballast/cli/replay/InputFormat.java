/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.UsageError;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import io.ballast.producers.records.SourceLine;
import io.ballast.producers.replay.market.MarketForms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an input file holds. */
enum InputFormat {
    EVM_LOGS("evm-logs"),
    POOL_MINUTES("pool-minutes"),
    OPTION_CHAIN("option-chain"),
    MARKET("market");

    private static final int ENOUGH_TO_TELL = 4096;

    private final String word;

    InputFormat(String word) {
        this.word = word;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return word;
    }

    /**
     * Tells by how the file begins, unpacked if it is gzip.
     *
     * @throws UsageError if it looks like none
     */
    static InputFormat guess(Path file) {
        String start = start(file).stripLeading();
        if (MarketForms.of(lines(file, start)).isPresent()) {
            return MARKET;
        }
        String firstLine = start.lines().findFirst().orElse("");
        if (firstLine.startsWith("timestamp,") && firstLine.contains("closeTick")) {
            return POOL_MINUTES;
        }
        if (firstLine.contains("strike_price") && firstLine.contains("underlying_price")) {
            return OPTION_CHAIN;
        }
        if (firstLine.contains("log_index") && firstLine.contains("topics")) {
            return EVM_LOGS;
        }
        // A log file may begin with a line that is broken; that any line is an object tells enough.
        if (start.lines().anyMatch(line -> line.startsWith("{"))) {
            return EVM_LOGS;
        }
        throw new UsageError(
                file
                        + " looks neither like logs (JSON lines, CSV) nor like minute bars, options or market data; say --format");
    }

    private static List<SourceLine> lines(Path file, String start) {
        List<SourceLine> lines = new ArrayList<>();
        start.lines()
                .limit(MarketForms.LINES_LOOKED_AT)
                .forEach(line -> lines.add(new SourceLine(
                        file.toString(), lines.size() + 1, line.getBytes(StandardCharsets.UTF_8), true)));
        return lines;
    }

    private static String start(Path file) {
        try (InputFile input = InputFile.open(file)) {
            return new String(input.content().readNBytes(ENOUGH_TO_TELL), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new InputException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
