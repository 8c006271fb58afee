/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * A profile that takes changes in when it is looked at: those at the same tick are added up before. A group that is built from
 * many positions at once so pays for its ticks, not for its positions. Mutable and single-threaded.
 */
final class BatchedProfile {

    /** What ranges change at a tick where they begin or end. */
    private record Ends(BigInteger net, BigInteger gross) {

        Ends plus(Ends other) {
            return new Ends(net.add(other.net), gross.add(other.gross));
        }
    }

    private final LiquidityProfile profile = new LiquidityProfile();
    /** Null: nothing waits. */
    private Map<Integer, Ends> waiting;

    void add(int tickLower, int tickUpper, BigInteger weight) {
        if (weight.signum() == 0) {
            return;
        }
        if (waiting == null) {
            waiting = new HashMap<>();
        }
        waiting.merge(tickLower, new Ends(weight, weight), Ends::plus);
        waiting.merge(tickUpper, new Ends(weight.negate(), weight), Ends::plus);
    }

    /** With everything in it; read it only. */
    LiquidityProfile upToDate() {
        if (waiting != null) {
            waiting.forEach((tick, ends) -> profile.addEnds(tick, ends.net(), ends.gross()));
            waiting = null;
        }
        return profile;
    }

    boolean isEmpty() {
        return upToDate().isEmpty();
    }
}
