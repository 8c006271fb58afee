/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.connection.ConnectionCounts;
import java.util.List;

/**
 * How a feed stands.
 *
 * @param records  records written by this run
 * @param venues  the exchanges that it hears
 */
public record FeedProgress(long records, List<OfVenue> venues) {

    /**
     * How one exchange stands.
     *
     * @param name  as settings call it
     */
    public record OfVenue(String name, ConnectionCounts connection, FeedCounts feed) {}

    public FeedProgress {
        venues = List.copyOf(venues);
    }

    /** True: at least one exchange is connected. */
    public boolean isHealthy() {
        return venues.stream().anyMatch(venue -> venue.connection().open());
    }
}
