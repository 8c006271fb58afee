/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

/**
 * How much was read of several files together. It is asked after each line: to sum up over thousands of files would take longer than
 * to read. Mutable, single-threaded.
 */
final class ReadSoFar {

    private long lines;
    private long bytes;

    void add(long moreLines, long moreBytes) {
        lines += moreLines;
        bytes += moreBytes;
    }

    long lines() {
        return lines;
    }

    /** As they lie on disk. */
    long bytes() {
        return bytes;
    }
}
