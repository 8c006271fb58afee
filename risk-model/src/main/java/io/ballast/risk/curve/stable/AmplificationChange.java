/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve.stable;

import io.ballast.risk.book.BookEvent;
import io.ballast.risk.share.TimedEvent;

/**
 * The amplification moves from here on. In the contract's integers; what they are times of is the pool's own. Source:
 * curve-contract {@code RampA}, {@code StopRampA}; Balancer {@code AmpUpdateStarted}, {@code AmpUpdateStopped}. Of a stop both
 * ends are the same.
 *
 * @param startSeconds  Unix time
 * @param endSeconds  Unix time
 */
public record AmplificationChange(long startRaw, long endRaw, long startSeconds, long endSeconds, long atSeconds)
        implements BookEvent.PoolChange, TimedEvent {

    @Override
    public boolean changesRules() {
        return true;
    }
}
