/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import io.ballast.producers.files.LineReader;
import io.ballast.producers.records.SourceLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The times of blocks, for logs that do not say them. Mutable, single-threaded. */
final class BlockTimes {

    private final Map<String, Instant> byHash = new HashMap<>();

    static BlockTimes none() {
        return new BlockTimes();
    }

    /**
     * Reads a blocks file: {@code number}, {@code hash} and {@code timestamp} as JSON lines, or as CSV with a header.
     *
     * @throws InputException if it cannot be read or breaks a rule
     */
    static BlockTimes read(Path path) {
        BlockTimes times = new BlockTimes();
        LogFileParser parser = new LogFileParser();
        try (LineReader lines = new LineReader(InputFile.open(path))) {
            Optional<SourceLine> line = lines.next();
            while (line.isPresent()) {
                parse(parser, line.get()).ifPresent(times::learn);
                line = lines.next();
            }
        } catch (IOException e) {
            throw new InputException(path + " cannot be read: " + e.getMessage(), e);
        }
        return times;
    }

    private static Optional<LogLine.Block> parse(LogFileParser parser, SourceLine line) {
        try {
            return parser.parseBlock(line);
        } catch (MalformedLogException e) {
            throw new InputException(line.place() + ": " + e.getMessage(), e);
        }
    }

    void learn(LogLine.Block block) {
        byHash.put(block.hash(), block.time());
    }

    Optional<Instant> of(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }
}
