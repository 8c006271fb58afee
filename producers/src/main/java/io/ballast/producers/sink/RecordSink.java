/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.sink;

/**
 * Takes the blocks of one source, in order and from the source's beginning each time the source is read; a live source, which
 * cannot be read again, begins where it is.
 *
 * <p>A sink that remembers how far it came skips what it has already committed, so that a producer which was killed just
 * starts again: it must then give the same blocks as before. Not safe for use by several threads.
 */
public interface RecordSink extends AutoCloseable {

    /**
     * Writes a block.
     *
     * @return how many records were written now: all of the block's, or 0 where an earlier run has committed them
     * @throws SinkException if it cannot be written; the sink is then of no more use, as it is when the thread is
     *     interrupted
     */
    int write(RecordBlock block);

    /**
     * Makes everything written so far visible to read-committed readers. Returns when that is so.
     *
     * @throws SinkException if that fails; the sink is then of no more use
     */
    void flush();

    /**
     * Says that the source is at its end, and flushes.
     *
     * @throws SinkException if an earlier run committed more records than the source now has
     */
    void finish();

    /** Gives back what the sink holds. What was written since the last flush may be lost: a restart writes it again. */
    @Override
    void close();
}
