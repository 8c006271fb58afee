/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.pools.PoolCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to replay.
 *
 * @param files  JSON lines of logs or of a recorded stream, or CSV of logs; merged in the order of the chain
 * @param catalogue  what is known of the chain beforehand
 * @param blocksFile  the blocks' times, where the logs do not say them
 * @param snapshots  when to ask for all positions
 * @param window  which part of it, by time
 * @param blocks  which part of that, by block
 */
public record LogReplayOptions(
        List<Path> files,
        PoolCatalogue catalogue,
        Optional<Path> blocksFile,
        SnapshotRequest snapshots,
        TimeWindow window,
        BlockWindow blocks) {

    private static final String FORMAT = "evm-logs/4";

    public LogReplayOptions {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to replay");
        }
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(blocksFile, "blocksFile");
        Objects.requireNonNull(snapshots, "snapshots");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(blocks, "blocks");
    }

    /** All of it. */
    public LogReplayOptions(
            List<Path> files, PoolCatalogue catalogue, Optional<Path> blocksFile, SnapshotRequest snapshots) {
        this(files, catalogue, blocksFile, snapshots, TimeWindow.ALL, BlockWindow.ALL);
    }

    /** Logs that say all themselves. */
    public static LogReplayOptions of(Path file, PoolCatalogue catalogue) {
        return new LogReplayOptions(List.of(file), catalogue, Optional.empty(), SnapshotRequest.none());
    }

    /**
     * The source's name and fingerprint, for the sink's progress. Reads all files.
     *
     * @throws io.ballast.producers.files.InputException if a file cannot be read
     */
    public String source() {
        List<Path> all = new ArrayList<>(files);
        blocksFile.ifPresent(all::add);
        return SourceFingerprint.of(
                FORMAT, all, files.size() + "|" + catalogue + "|" + snapshots + window.suffix() + blocks.suffix());
    }
}
