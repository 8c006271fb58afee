/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.InputException;
import io.ballast.producers.files.InputFile;
import io.ballast.producers.files.LineReader;
import io.ballast.producers.records.SourceLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of several files, one file after the other. Mutable, single-threaded. */
final class InputLines {

    private final List<Path> files;
    private final long bytesTotal;
    private long bytesOfFormerFiles;
    private Optional<InputFile> current = Optional.empty();
    private long count;

    /** @throws InputException if a file is not there */
    InputLines(List<Path> files) {
        this.files = files;
        this.bytesTotal = bytes(files);
    }

    /**
     * Bytes of all files, as they lie on disk.
     *
     * @throws InputException if a file is not there
     */
    static long bytes(List<Path> files) {
        return files.stream().mapToLong(InputLines::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read: " + e, e);
        }
    }

    void forEach(Consumer<SourceLine> each) {
        for (Path file : files) {
            try (LineReader reader = new LineReader(InputFile.open(file))) {
                current = Optional.of(reader.file());
                read(reader, each);
                bytesOfFormerFiles += reader.file().bytesRead();
                current = Optional.empty();
            } catch (IOException e) {
                throw new InputException(file + " cannot be closed: " + e, e);
            }
        }
    }

    private void read(LineReader reader, Consumer<SourceLine> each) {
        Optional<SourceLine> line = reader.next();
        while (line.isPresent()) {
            count++;
            each.accept(line.get());
            line = reader.next();
        }
    }

    long count() {
        return count;
    }

    ReplayListener.Progress progress(long blocks, long records) {
        long bytesRead = bytesOfFormerFiles + current.map(InputFile::bytesRead).orElse(0L);
        return new ReplayListener.Progress(bytesRead, bytesTotal, count, blocks, records);
    }
}
