/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.exchange.market.Observed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Several files of market data, open at once and read in the order of time. Mutable, single-threaded. */
final class MarketFiles implements AutoCloseable {

    private final List<MarketLines> files = new ArrayList<>();
    private final long bytesTotal;

    /** @throws io.ballast.producers.files.InputException if one cannot be read; none is open then */
    MarketFiles(MarketReplayOptions options, MarketLines.Listener listener) {
        bytesTotal = InputLines.bytes(options.files());
        try {
            for (Path file : options.files()) {
                files.add(MarketLines.open(file, options.names(), listener));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    Iterator<Observed> inOrder() {
        return new OrderedMerge<>(files, Observed::time);
    }

    long lines() {
        return files.stream().mapToLong(MarketLines::lines).sum();
    }

    ReplayListener.Progress progress(long blocks, long records) {
        long bytesRead = files.stream().mapToLong(MarketLines::bytesRead).sum();
        return new ReplayListener.Progress(bytesRead, bytesTotal, lines(), blocks, records);
    }

    /** What people should know of the files. */
    List<String> notes() {
        return files.stream()
                .filter(file -> file.outOfOrder() > 0)
                .map(file -> file.path() + ": " + file.outOfOrder()
                        + " lines are earlier than the one before them, and were sent in the file's order")
                .toList();
    }

    @Override
    public void close() {
        files.forEach(MarketLines::close);
    }
}
