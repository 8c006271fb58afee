/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.run;

import io.ballast.producers.connection.ConnectionCounts;
import io.ballast.producers.exchange.FeedCounts;
import io.ballast.producers.exchange.FeedProgress;
import java.util.stream.Collectors;

/** How a feed of exchanges stands, in a line for each. */
final class FeedLine {
    private FeedLine() {}

    static String of(FeedProgress progress) {
        return progress.venues().stream().map(FeedLine::of).collect(Collectors.joining(System.lineSeparator()))
                + System.lineSeparator() + progress.records() + " records written";
    }

    private static String of(FeedProgress.OfVenue venue) {
        ConnectionCounts connection = venue.connection();
        FeedCounts feed = venue.feed();
        return venue.name() + (connection.open() ? " connected" : " NOT CONNECTED") + ": "
                + connection.messages() + " messages, "
                + feed.observations() + " observations (" + feed.conflated() + " conflated, " + feed.old() + " old, "
                + feed.noRoom() + " without room), lag " + feed.lag().toMillis() + " ms (least "
                + feed.takeLeastLag().toMillis() + "), reconnects " + connection.losses() + " (planned "
                + connection.renewals() + ")" + why(connection) + ", gaps " + feed.gaps() + " (" + feed.missed()
                + " missed), repeats " + feed.repeats() + ", dead letters " + feed.deadLetters() + " ("
                + feed.lettersDropped() + " not kept), complaints " + feed.complaints() + ", unknown "
                + feed.unknownTypes();
    }

    private static String why(ConnectionCounts connection) {
        return connection.lastLoss().isEmpty() ? "" : " last: " + connection.lastLoss();
    }
}
