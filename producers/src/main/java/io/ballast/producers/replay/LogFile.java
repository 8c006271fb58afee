/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.evm.EvmLog;
import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import io.ballast.producers.files.LineReader;
import io.ballast.producers.records.SourceLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The lines of one file of logs, in the file's own order. What takes blocks back, and what cannot be read, stays behind the line
 * before it; a file that begins by taking blocks back goes on where the others end. The file is open while lines between the
 * first and the last are asked for: of thousands of files that follow each other only a few are open at once. Holds one
 * line. Mutable, single-threaded.
 */
final class LogFile implements Iterator<PlacedLine>, AutoCloseable {

    private final Path path;
    private final ReadSoFar ofAll;
    private final LogFileParser parser = new LogFileParser();
    private Optional<LineReader> reader = Optional.empty();
    private Optional<PlacedLine> next;
    private LogPlace place = LogPlace.FIRST;
    private boolean nothingYet = true;
    private boolean ended;
    private long lines;
    private long bytesRead;

    /**
     * @param ofAll  told of what is read here
     * @throws InputException if it cannot be read, or columns are missing
     */
    LogFile(Path path, ReadSoFar ofAll) {
        this.path = path;
        this.ofAll = ofAll;
        this.next = readNext();
        close();
    }

    @Override
    public boolean hasNext() {
        if (next.isEmpty()) {
            next = readNext();
        }
        return next.isPresent();
    }

    @Override
    public PlacedLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException(path + " is at its end");
        }
        PlacedLine line = next.orElseThrow();
        next = Optional.empty();
        return line;
    }

    private Optional<PlacedLine> readNext() {
        while (!ended) {
            Optional<SourceLine> line = nextLine();
            Optional<PlacedLine> placed = line.flatMap(this::placed);
            if (placed.isPresent()) {
                return placed;
            }
            if (line.isEmpty()) {
                ended = true;
                close();
            }
        }
        return Optional.empty();
    }

    private Optional<SourceLine> nextLine() {
        if (reader.isEmpty()) {
            reopen();
        }
        LineReader open = reader.orElseThrow();
        Optional<SourceLine> line = open.next();
        count(line.isPresent() ? 1 : 0, open.file().bytesRead());
        return line;
    }

    /** What is read once more after {@link #reopen} is not counted again. */
    private void count(int moreLines, long bytesNow) {
        ofAll.add(moreLines, Math.max(0, bytesNow - bytesRead));
        lines += moreLines;
        bytesRead = Math.max(bytesRead, bytesNow);
    }

    /** Back to where it was. */
    private void reopen() {
        LineReader opened = new LineReader(InputFile.open(path));
        reader = Optional.of(opened);
        for (long line = 0; line < lines; line++) {
            opened.next();
        }
    }

    private Optional<PlacedLine> placed(SourceLine line) {
        try {
            Optional<LogLine> says = parser.parse(line);
            says.ifPresent(this::move);
            return says.map(known -> new PlacedLine(line, says, Optional.empty(), place));
        } catch (MalformedLogException problem) {
            return Optional.of(new PlacedLine(line, Optional.empty(), Optional.of(problem), place));
        }
    }

    private void move(LogLine says) {
        if (says instanceof LogLine.Log log && !log.log().removed()) {
            place = placeOf(log.log());
        } else if (says instanceof LogLine.Block block) {
            place = new LogPlace(block.number(), -1);
        } else if (nothingYet) {
            place = LogPlace.LAST;
        }
        nothingYet = false;
    }

    private static LogPlace placeOf(EvmLog log) {
        return new LogPlace(log.blockNumber(), log.logIndex());
    }

    @Override
    public void close() {
        if (reader.isPresent()) {
            LineReader open = reader.get();
            reader = Optional.empty();
            try {
                open.close();
            } catch (IOException e) {
                throw new InputException(path + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
