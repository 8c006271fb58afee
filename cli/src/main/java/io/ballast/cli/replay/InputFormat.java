/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.replay;

import io.ballast.cli.UsageError;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What an input file holds. */
enum InputFormat {
    EVM_LOGS("evm-logs"),
    POOL_MINUTES("pool-minutes"),
    OPTION_CHAIN("option-chain");

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
        String firstLine = start.lines().findFirst().orElse("");
        if (firstLine.startsWith("timestamp,") && firstLine.contains("closeTick")) {
            return POOL_MINUTES;
        }
        if (firstLine.contains("strike_price") && firstLine.contains("underlying_price")) {
            return OPTION_CHAIN;
        }
        // A log file may begin with a line that is broken; that any line is an object tells enough.
        if (start.lines().anyMatch(line -> line.startsWith("{"))) {
            return EVM_LOGS;
        }
        throw new UsageError(
                file + " looks neither like JSON lines of logs nor like minute bars or options; say --format");
    }

    private static String start(Path file) {
        try (InputFile input = InputFile.open(file)) {
            return new String(input.content().readNBytes(ENOUGH_TO_TELL), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new InputException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
