/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/**
 * Names an instrument.
 *
 * @param venue  where it is traded, such as {@code deribit}
 * @param id  what the venue calls it, such as {@code ETH-PERPETUAL}
 */
public record InstrumentKey(String venue, String id) implements Comparable<InstrumentKey> {

    public InstrumentKey {
        Amounts.requireName("venue", venue);
        Amounts.requireName("instrument id", id);
    }

    @Override
    public int compareTo(InstrumentKey other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return venue + ":" + id;
    }
}
