/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.Limit;
import java.time.Instant;
import java.util.List;

/** How a portfolio is looked at, hedged and limited; checked. Immutable. */
record Policy(
        String portfolio,
        Conventions conventions,
        List<TargetRule> targets,
        List<VenueRule> venues,
        List<Limit> limits,
        Instant eventTime,
        boolean simulated) {

    Policy {
        targets = List.copyOf(targets);
        venues = List.copyOf(venues);
        limits = List.copyOf(limits);
    }
}
