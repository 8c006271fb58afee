/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.InputException;
import java.nio.file.Path;
import java.util.List;

/**
 * What to replay.
 *
 * @param files  summaries of an options venue's books, read one after the other
 */
public record OptionChainOptions(List<Path> files) {

    private static final String FORMAT = "option-chain/1";

    public OptionChainOptions {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to replay");
        }
    }

    /**
     * The source's name and fingerprint, for the sink's progress. Reads all files.
     *
     * @throws InputException if a file cannot be read
     */
    public String source() {
        return SourceFingerprint.of(FORMAT, files, "");
    }
}
