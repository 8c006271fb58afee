/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

import io.ballast.schema.ProducerProgress;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells which blocks an earlier run has committed.
 *
 * <p>It counts records rather than comparing block numbers: a reorganisation makes numbers go back, a late line may belong
 * to an old block, but the n-th record of an unchanged source is always the same one.
 */
final class AlreadyCommitted {

    private final Optional<ProducerProgress> progress;
    private long remaining;

    /**
     * @param progress  what the last committed transaction of this producer says, if there was one
     * @param source  what the producer reads now
     * @param begin  whether it gives again what was committed
     * @throws SinkException if the progress is that of another source
     */
    AlreadyCommitted(Optional<ProducerProgress> progress, String source, SinkOptions.Begin begin) {
        this.progress = progress;
        this.remaining = begin == SinkOptions.Begin.LIVE
                ? 0
                : progress.map(ProducerProgress::getRecordsSent).orElse(0L);
        progress.ifPresent(done -> requireSameSource(done, source));
    }

    private static void requireSameSource(ProducerProgress done, String source) {
        if (!done.getSource().equals(source)) {
            throw new SinkException("producer " + done.getProducerId() + " has already written "
                    + done.getRecordsSent() + " records of another source [" + done.getSource() + "]; now it reads ["
                    + source + "]. Give the changed source a producer id of its own");
        }
    }

    /** True if the block was committed before. To be asked once for each block, in order. */
    boolean covers(RecordBlock block) {
        int size = block.records().size();
        if (remaining == 0) {
            return false;
        }
        if (size > remaining) {
            throw changed("block " + block.blockNumber() + " has " + size + " records where only " + remaining
                    + " more were committed");
        }
        remaining -= size;
        if (remaining == 0 && size > 0) {
            requireSameBlock(block);
        }
        return true;
    }

    private void requireSameBlock(RecordBlock block) {
        ProducerProgress done = progress.orElseThrow();
        if (done.getBlockNumber() != block.blockNumber()
                || !Objects.equals(done.getBlockHash(), block.blockHash().orElse(null))) {
            throw changed("the last block committed was " + done.getBlockNumber() + " " + done.getBlockHash()
                    + ", in its place there is now " + block.blockNumber() + " "
                    + block.blockHash().orElse(null));
        }
    }

    /** @throws SinkException if not all of the committed records have come by */
    void requireNothingLeft() {
        if (remaining > 0) {
            throw changed("it ends " + remaining + " records short of what was committed");
        }
    }

    private SinkException changed(String how) {
        return new SinkException("the source of producer "
                + progress.orElseThrow().getProducerId() + " no longer gives the records that it gave before: " + how);
    }
}
