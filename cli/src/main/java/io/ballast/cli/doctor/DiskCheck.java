/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Room for the local stack's temporary data. */
final class DiskCheck implements Check {
    private static final double NEEDED_GIB = 0.5;
    private static final double COMFORTABLE_GIB = 2;
    private static final double BYTES_PER_GIB = 1L << 30;

    private final Path folder;

    DiskCheck(Path folder) {
        this.folder = folder;
    }

    @Override
    public Finding look() {
        try {
            return assess(Files.getFileStore(folder).getUsableSpace() / BYTES_PER_GIB);
        } catch (IOException unreadable) {
            return Finding.missing("disk", "cannot look into " + folder + ": " + unreadable.getMessage());
        }
    }

    private Finding assess(double gib) {
        String detail = String.format(Locale.ROOT, "%.1f GiB free in %s", gib, folder);
        if (gib < NEEDED_GIB || !Files.isWritable(folder)) {
            return Finding.missing("disk", detail + "; " + NEEDED_GIB + " GiB that we may write to are needed");
        }
        return gib < COMFORTABLE_GIB
                ? Finding.warning("disk", detail + "; enough for short runs")
                : Finding.ok("disk", detail);
    }
}
