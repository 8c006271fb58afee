/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange;

import io.ballast.producers.connection.Patience;
import io.ballast.producers.exchange.venue.Venue;
import io.ballast.producers.exchange.venue.VenuePlan;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Which exchanges to hear, and how.
 *
 * @param feeds  one connection each
 * @param patience  with each of them
 * @param interval  between writes: what changes more often is written once
 * @param maxMessageChars  a longer message ends its link
 */
public record FeedOptions(List<Feed> feeds, Patience patience, Duration interval, int maxMessageChars) {

    /** The source's name for the sink's progress. What was heard cannot be heard again, so it decides nothing. */
    public static final String SOURCE = "exchange-feeds/1";

    /**
     * A connection to an exchange.
     *
     * @param address  of its public feed
     * @param plan  what to hear of it
     */
    public record Feed(Venue venue, URI address, VenuePlan plan) {}

    public FeedOptions {
        feeds = List.copyOf(feeds);
    }
}
