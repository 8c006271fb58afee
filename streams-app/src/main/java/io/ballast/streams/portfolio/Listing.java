/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.Instrument;
import io.ballast.schema.HedgeInstrument;

/**
 * An instrument that is known.
 *
 * @param record  as it was told
 * @param terms  as the hedge books have it
 */
record Listing(HedgeInstrument record, Instrument terms) {

    /** The instrument whose ticks say what it trades at. */
    String priceSource() {
        return record.getPriceSource() == null ? record.getInstrumentId() : record.getPriceSource();
    }

    /** Whether it is on an asset, as a desk calls it. */
    boolean isOn(String asset, Conventions conventions) {
        return conventions.asset(terms.terms().base()).equals(asset);
    }
}
