/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What to replay.
 *
 * @param files  summaries of an options venue's books, read one after the other
 * @param window  which quotes
 */
public record OptionChainOptions(List<Path> files, TimeWindow window) {

    private static final String FORMAT = "option-chain/1";

    public OptionChainOptions {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to replay");
        }
        Objects.requireNonNull(window, "window");
    }

    /** All quotes. */
    public OptionChainOptions(List<Path> files) {
        this(files, TimeWindow.ALL);
    }

    /**
     * The source's name and fingerprint, for the sink's progress. Reads all files.
     *
     * @throws InputException if a file cannot be read
     */
    public String source() {
        return SourceFingerprint.of(FORMAT, files, window.suffix());
    }
}
