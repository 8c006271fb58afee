/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.weighted;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.share.TimedEvent;

/**
 * Weights move from here on. Source: Balancer {@code GradualWeightUpdateScheduled}; a change at once has the same weights and
 * times at both ends.
 */
public record WeightChange(WeightRamp ramp, long atSeconds) implements BookEvent.PoolChange, TimedEvent {

    @Override
    public boolean changesRules() {
        return true;
    }
}
