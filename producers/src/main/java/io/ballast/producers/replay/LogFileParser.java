/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.records.SourceLine;
import java.util.Optional;

/**
 * Reads the lines of files of logs, each in the form of its own file: JSON lines, or CSV if the first line names the columns.
 * Mutable, single-threaded.
 */
final class LogFileParser {

    private final LogLineParser json = new LogLineParser();
    private Optional<EtlCsv> csv = Optional.empty();

    /**
     * What a line says.
     *
     * @return empty if it is blank or names the columns
     * @throws io.ballast.producers.files.InputException if columns are missing
     */
    Optional<LogLine> parse(SourceLine line) throws MalformedLogException {
        boolean first = line.number() == 1;
        csv = first ? EtlCsv.logs(line) : csv;
        if (line.content().length == 0 || first && csv.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(csv.isPresent() ? json.log(csv.get().log(line)) : json.parse(line));
    }

    /** What a line of a blocks file says; empty as above. */
    Optional<LogLine.Block> parseBlock(SourceLine line) throws MalformedLogException {
        boolean first = line.number() == 1;
        csv = first ? EtlCsv.blocks(line) : csv;
        if (line.content().length == 0 || first && csv.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(csv.isPresent() ? json.block(csv.get().block(line)) : json.parseBlock(line));
    }
}
