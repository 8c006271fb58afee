/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.cli.demo;

import io.ballast.cli.CommandFailed;
import io.ballast.cli.stack.PreparedStack;
import io.ballast.streams.RiskApplication;
import java.util.List;

/**
 * What runs in a demo.
 *
 * @param feeds  readers of topics
 */
record DemoParts(PreparedStack stack, RiskApplication application, SimulatedMarket market, List<TopicFeed<?>> feeds) {
    /** @throws CommandFailed if one of them has failed */
    void requireHealthy() {
        stack.failure().ifPresent(failure -> {
            throw new CommandFailed("the local stack failed: " + failure.part() + ": " + failure.message());
        });
        market.failure().ifPresent(failure -> fail("the simulator", failure));
        application.failure().ifPresent(failure -> fail("the topology", failure));
        feeds.forEach(feed -> feed.failure().ifPresent(failure -> fail("reading a topic", failure)));
    }

    private static void fail(String part, Throwable failure) {
        throw new CommandFailed(part + " failed: " + failure.getMessage(), failure);
    }
}
