/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.Limit;
import io.ballast.streams.desk.OptionRule;
import java.time.Instant;
import java.util.List;

/**
 * How a portfolio is looked at, hedged and limited; checked. Immutable.
 *
 * @param options  null: it says nothing of option strips
 */
record Policy(
        String portfolio,
        Conventions conventions,
        List<TargetRule> targets,
        List<VenueRule> venues,
        List<Limit> limits,
        OptionRule options,
        Instant eventTime,
        boolean simulated) {

    Policy {
        targets = List.copyOf(targets);
        venues = List.copyOf(venues);
        limits = List.copyOf(limits);
    }
}
