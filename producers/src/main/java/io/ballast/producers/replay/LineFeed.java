/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay;

import io.ballast.producers.records.SourceLine;

/** Makes blocks of records of the lines of files. */
interface LineFeed {

    /** The next line, with the first of each file. */
    void accept(SourceLine line);

    /** There are no more. */
    void end();

    /** Blocks, or what stands for them, so far. */
    long blocks();
}
