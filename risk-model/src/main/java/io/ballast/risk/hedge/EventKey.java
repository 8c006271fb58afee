/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

/** Names an event: ids are the venue's own. */
public record EventKey(String venue, String id) implements Comparable<EventKey> {

    static EventKey of(HedgeEvent event) {
        return new EventKey(event.venue(), event.id());
    }

    @Override
    public int compareTo(EventKey other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return venue + ":" + id;
    }
}
