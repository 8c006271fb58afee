/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.InputException;
import io.ballast.producers.replay.market.InstrumentNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to replay.
 *
 * @param files  market data, each file of its own form; merged by time
 * @param names  what instruments are called
 * @param window  which part of it
 */
public record MarketReplayOptions(List<Path> files, InstrumentNames names, TimeWindow window) {

    private static final String FORMAT = "market-files/1";

    public MarketReplayOptions {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to replay");
        }
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(window, "window");
    }

    /**
     * The source's name and fingerprint, for the sink's progress. Reads all files.
     *
     * @throws InputException if a file cannot be read
     */
    public String source() {
        return SourceFingerprint.of(FORMAT, files, files.size() + "|" + names + window.suffix());
    }
}
