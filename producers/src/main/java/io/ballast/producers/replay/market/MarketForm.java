/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.records.SourceLine;

/** A form of files of market data. */
public interface MarketForm {

    /** True: the line names the columns, or looks like one of this form. */
    boolean fits(SourceLine line);

    /** True: the first line names the columns and is no data. */
    boolean isHeader(SourceLine first);

    /**
     * A reader of one file.
     *
     * @param first  its first line
     * @param names  what its instruments are called
     * @throws io.ballast.producers.files.InputException if the file cannot be used
     */
    MarketLineParser parser(SourceLine first, InstrumentNames names);
}
