/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.records;

import io.ballast.schema.DeadLetter;
import io.ballast.schema.DeadLetterStage;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes dead letters of lines that a producer could not read. */
public final class DeadLetters {

    /** Well below what brokers accept in one record by default (1 MB). */
    static final int MAX_CONTENT_BYTES = 512 * 1024;

    private DeadLetters() {}

    /**
     * A dead letter with the line in it; the caller may add the pool and the log's place.
     *
     * @param line  the line that could not be read; of a very long one the beginning is kept
     * @param problem  what is wrong with it
     */
    public static DeadLetter.Builder of(SourceLine line, Exception problem) {
        return DeadLetter.newBuilder()
                .setStage(DeadLetterStage.SOURCE)
                .setReason(line.place() + ": " + problem.getMessage() + cut(line))
                .setErrorClass(problem.getClass().getName())
                .setSourceFile(line.source())
                .setSourceLine(line.number())
                .setSourceValue(ByteBuffer.wrap(kept(line.content())));
    }

    private static byte[] kept(byte[] content) {
        return content.length <= MAX_CONTENT_BYTES ? content : Arrays.copyOf(content, MAX_CONTENT_BYTES);
    }

    private static String cut(SourceLine line) {
        return line.content().length <= MAX_CONTENT_BYTES
                ? ""
                : " (of its " + line.content().length + " bytes the first " + MAX_CONTENT_BYTES + " are kept)";
    }
}
