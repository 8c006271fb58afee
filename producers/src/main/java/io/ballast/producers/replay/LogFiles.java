/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Several files of logs, read in the order of the chain whichever contracts or blocks each is of. Mutable, single-threaded. */
final class LogFiles implements AutoCloseable {

    private final List<LogFile> files = new ArrayList<>();
    private final ReadSoFar read = new ReadSoFar();
    private final long bytesTotal;

    /** @throws io.ballast.producers.files.InputException if one cannot be read; none is open then */
    LogFiles(List<Path> paths) {
        bytesTotal = InputLines.bytes(paths);
        paths.forEach(path -> files.add(new LogFile(path, read)));
    }

    Iterator<PlacedLine> inOrder() {
        return new OrderedMerge<>(files, PlacedLine::place);
    }

    long lines() {
        return read.lines();
    }

    ReplayListener.Progress progress(long blocks, long records) {
        return new ReplayListener.Progress(read.bytes(), bytesTotal, read.lines(), blocks, records);
    }

    @Override
    public void close() {
        files.forEach(LogFile::close);
    }
}
