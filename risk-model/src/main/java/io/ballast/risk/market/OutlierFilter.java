/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.market;

/**
 * Tells outliers from sources that can be believed.
 *
 * <p>Three or more vote: whoever is more than {@code outlierScore} robust standard deviations from their median is rejected.
 * So a true jump is believed as soon as the greater part has made it, and one that is wrong never is, however long it is.
 *
 * <p>Of two that differ, or one that is left of several, the last good price decides; the other side has to be confirmed, or to
 * persist. After that both count: nobody can tell which is right, the middle is the least wrong. A pair that never had but one
 * source takes what that says.
 *
 * <p>A standard deviation is at least the noise between honest venues, together with what the market usually does in the time
 * between the observations.
 */
final class OutlierFilter {

    private static final int MAJORITY_OF = 3;

    private final MergeRules rules;

    OutlierFilter(MergeRules rules) {
        this.rules = rules;
    }

    /**
     * @param fresh  at least one
     * @param known  sources of the pair, fresh or not
     * @param state  the pair before
     * @param nowMs  the pair's time
     * @param volatility  standard deviation of the log price in a millisecond, times the root of time; not negative
     */
    Believed of(Candidates fresh, int known, PairState state, long nowMs, double volatility) {
        if (known == 1) {
            return Believed.agreed(fresh);
        } else if (fresh.count() >= MAJORITY_OF) {
            return byMajority(fresh, volatility);
        }
        PairState.LastPrice last = state.last();
        boolean lastCounts =
                last != null && nowMs - last.observedMs() <= rules.usual().staleAfterMs();
        double apart = tolerance(volatility, isDisputed(state) ? 0 : fresh.newestMs() - fresh.oldestMs());
        if (!lastCounts) {
            return unsettled(fresh, fresh, !fresh.agree(apart), state, nowMs);
        }
        double moved = tolerance(volatility, Math.max(0, nowMs - last.observedMs()));
        if (fresh.count() == 1) {
            Candidates near = fresh.within(moved, last.price());
            return unsettled(near, fresh, near.count() == 0, state, nowMs);
        }
        return unsettled(fresh.within(moved, last.price()), fresh, !fresh.agree(apart), state, nowMs);
    }

    /** A dispute may move the merged price again and again, and so its volatility: it must not settle itself by that. */
    private static boolean isDisputed(PairState state) {
        return state.disputeSinceMs() != null;
    }

    private Believed byMajority(Candidates fresh, double volatility) {
        double tolerance = tolerance(volatility, fresh.newestMs() - fresh.oldestMs());
        double reach = Math.max(tolerance, rules.outlierScore() * fresh.dispersion());
        Candidates used = fresh.within(reach, fresh.median());
        return new Believed(used, reach > tolerance && !used.agree(2 * tolerance), null);
    }

    private Believed unsettled(Candidates near, Candidates fresh, boolean apart, PairState state, long nowMs) {
        if (!apart) {
            return Believed.agreed(fresh);
        }
        long since = state.disputeSinceMs() == null ? nowMs : state.disputeSinceMs();
        boolean persists = nowMs - since >= rules.persistMs();
        Candidates used = persists ? fresh : near;
        boolean lone = fresh.count() == 1 && persists;
        return lone ? Believed.agreed(used) : new Believed(used, true, since);
    }

    private double tolerance(double volatility, long milliseconds) {
        double usual = volatility * Math.sqrt(milliseconds);
        return rules.outlierScore() * Math.hypot(rules.noise(), usual);
    }
}
