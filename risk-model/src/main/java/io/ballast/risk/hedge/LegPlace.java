/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** Where an event stands in its leg: by the time that the venue states, and by id where times are the same. */
record LegPlace(InstrumentKey instrument, long timeMicros, String id) implements Comparable<LegPlace> {

    static LegPlace of(LegEvent event) {
        return new LegPlace(event.instrument(), event.timeMicros(), event.id());
    }

    /** Before all places of an instrument: no event has an empty id. */
    static LegPlace first(InstrumentKey instrument) {
        return new LegPlace(instrument, Long.MIN_VALUE, "");
    }

    @Override
    public int compareTo(LegPlace other) {
        int byInstrument = instrument.compareTo(other.instrument);
        if (byInstrument != 0) {
            return byInstrument;
        }
        int byTime = Long.compare(timeMicros, other.timeMicros);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
