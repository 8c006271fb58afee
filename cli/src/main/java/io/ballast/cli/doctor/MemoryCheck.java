/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.doctor;

import java.util.Locale;

/** Memory that the local stack can have. */
final class MemoryCheck implements Check {
    /** Broker and topology in this JVM, and the registry beside it. */
    private static final double NEEDED_GIB = 1.5;

    private static final double COMFORTABLE_GIB = 2.5;
    private static final double BYTES_PER_GIB = 1L << 30;

    private final long availableBytes;

    /** @param availableBytes  what programs can still take, caches counted in */
    MemoryCheck(long availableBytes) {
        this.availableBytes = availableBytes;
    }

    @Override
    public Finding look() {
        double gib = availableBytes / BYTES_PER_GIB;
        String detail = String.format(Locale.ROOT, "%.1f GiB available", gib);
        if (gib < NEEDED_GIB) {
            return Finding.missing("memory", detail + "; the local stack needs " + NEEDED_GIB + " GiB");
        }
        return gib < COMFORTABLE_GIB
                ? Finding.warning("memory", detail + "; the local stack works, with little room")
                : Finding.ok("memory", detail);
    }
}
