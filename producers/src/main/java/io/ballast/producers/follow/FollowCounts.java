/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.follow;

/** Counts what was followed. Thread-safe: metrics are read by others. */
public final class FollowCounts {

    private long blocks;
    private long logs;
    private long retractedBlocks;
    private long retractedLogs;
    private long reorgs;
    private long deepestReorg;
    private long records;

    synchronized void block(ChainBlock block) {
        blocks++;
        logs += block.logs().size();
    }

    synchronized void retracted(ChainBlock block) {
        retractedBlocks++;
        retractedLogs += block.logs().size();
    }

    synchronized void reorg(long depth) {
        reorgs++;
        deepestReorg = Math.max(deepestReorg, depth);
    }

    synchronized void records(int written) {
        records += written;
    }

    /** Blocks delivered, those of earlier runs too; in a backfill only those with logs. */
    public synchronized long blocks() {
        return blocks;
    }

    /** Logs delivered, those of earlier runs too. */
    public synchronized long logs() {
        return logs;
    }

    /** Blocks with logs that were taken back. */
    public synchronized long retractedBlocks() {
        return retractedBlocks;
    }

    public synchronized long retractedLogs() {
        return retractedLogs;
    }

    /** Reorganisations met by this run. */
    public synchronized long reorgs() {
        return reorgs;
    }

    /** Blocks that the deepest of them took back. */
    public synchronized long deepestReorg() {
        return deepestReorg;
    }

    /** Records written by this run, the journal's too. */
    public synchronized long records() {
        return records;
    }
}
