/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.files.InputException;
import io.ballast.producers.files.PositionListing;
import io.ballast.producers.pools.PoolCatalogue;
import io.ballast.producers.pools.PoolListing;
import io.ballast.schema.PoolKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to replay.
 *
 * @param files  minute bars of one pool, read one after the other
 * @param pool  which pool they are of
 * @param catalogue  its chain and tokens
 * @param positions  what to follow through them
 * @param snapshots  when to ask for all positions; blocks are minutes since the epoch
 * @param window  which bars; those outside it do not count
 */
public record BarReplayOptions(
        List<Path> files,
        PoolListing pool,
        PoolCatalogue catalogue,
        List<PositionListing> positions,
        SnapshotRequest snapshots,
        TimeWindow window) {

    private static final String FORMAT = "pool-minutes/1";

    public BarReplayOptions {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to replay");
        }
        if (pool.kind() != PoolKind.CONCENTRATED) {
            throw new IllegalArgumentException("minute bars are of concentrated pools, this one is " + pool.kind());
        }
        Objects.requireNonNull(catalogue, "catalogue");
        positions = List.copyOf(positions);
        positions.forEach(position -> requireSpaced(position, pool));
        if (!snapshots.hashes().isEmpty()) {
            throw new InputException(
                    "snapshot block " + snapshots.hashes().first() + ": minute bars have no block hashes");
        }
        Objects.requireNonNull(window, "window");
    }

    /** All bars. */
    public BarReplayOptions(
            List<Path> files,
            PoolListing pool,
            PoolCatalogue catalogue,
            List<PositionListing> positions,
            SnapshotRequest snapshots) {
        this(files, pool, catalogue, positions, snapshots, TimeWindow.ALL);
    }

    /** The only pool of a pools file. */
    public static PoolListing onlyPoolOf(PoolCatalogue catalogue) {
        if (catalogue.pools().size() != 1) {
            throw new InputException("minute bars are of one pool, the pools file has "
                    + catalogue.pools().size() + ": say which");
        }
        return catalogue.pools().values().iterator().next();
    }

    private static void requireSpaced(PositionListing position, PoolListing pool) {
        Optional<Integer> spacing = pool.tickSpacing();
        for (int tick : new int[] {position.tickLower(), position.tickUpper()}) {
            if (spacing.filter(step -> tick % step != 0).isPresent()) {
                throw new InputException("position " + position.title() + ": tick " + tick
                        + " is no multiple of the pool's tick spacing " + spacing.get());
            }
        }
    }

    /**
     * The source's name and fingerprint, for the sink's progress. Reads all files.
     *
     * @throws InputException if a file cannot be read
     */
    public String source() {
        String settings =
                files.size() + "|" + pool + "|" + catalogue + "|" + positions + "|" + snapshots + window.suffix();
        return SourceFingerprint.of(FORMAT, files, settings);
    }
}
