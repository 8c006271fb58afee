/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.records;

import java.util.Objects;

/**
 * One line of an input, as it was read.
 *
 * @param source  the file, or another name of where it is from
 * @param number  its number there, from 1
 * @param content  its bytes, without the line end; not copied
 * @param ended  whether a line end followed; the last line of a file that was cut off has none
 */
public record SourceLine(String source, long number, byte[] content, boolean ended) {

    public SourceLine {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(content, "content");
    }

    /** {@code file:line}. */
    public String place() {
        return source + ":" + number;
    }
}
