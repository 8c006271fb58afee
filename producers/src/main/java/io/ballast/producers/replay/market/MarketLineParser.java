/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.replay.market;

import io.ballast.producers.evm.MalformedLogException;
import io.ballast.producers.exchange.market.Observed;
import io.ballast.producers.records.SourceLine;
import java.util.Optional;

/** Reads the lines of one file of market data, but for the line that names the columns. Mutable, single-threaded. */
public interface MarketLineParser {

    /**
     * Reads a line.
     *
     * @return what it says; empty: it is well-formed and says nothing that counts, see {@link #sayingNothing()}
     * @throws MalformedLogException if a value is missing or breaks a rule
     */
    Optional<Observed> parse(SourceLine line) throws MalformedLogException;

    /** Why such a line gives no record, in words. */
    default String sayingNothing() {
        return "says nothing";
    }
}
