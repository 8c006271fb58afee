/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

/** Hears how far a replay has come; called often, on the replay's own thread. */
@FunctionalInterface
public interface ReplayListener {

    /** For those who do not want to know. */
    ReplayListener SILENT = progress -> {};

    /**
     * How far it has come.
     *
     * @param bytesRead  bytes of the input read, as they lie on disk
     * @param bytesTotal  bytes of the input in all
     * @param lines  lines read
     * @param blocks  blocks read
     * @param records  records written, those of an earlier run too
     */
    record Progress(long bytesRead, long bytesTotal, long lines, long blocks, long records) {}

    void advanced(Progress progress);

    /** This one, and then another. */
    default ReplayListener and(ReplayListener other) {
        return progress -> {
            advanced(progress);
            other.advanced(progress);
        };
    }
}
