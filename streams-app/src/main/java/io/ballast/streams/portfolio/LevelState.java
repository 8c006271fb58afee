/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.HedgeRecommendation;
import io.ballast.schema.PortfolioReason;
import io.ballast.schema.PortfolioRisk;
import java.util.Map;
import java.util.TreeMap;

/** What is remembered of one portfolio: what was published, and what prices that rested on. Mutable. */
final class LevelState {

    private final Map<String, HedgeRecommendation> advice = new TreeMap<>();
    private Map<String, Double> prices = Map.of();
    private PortfolioRisk published;
    private PortfolioReason dirty;

    /** Null: nothing. */
    PortfolioRisk published() {
        return published;
    }

    void published(PortfolioRisk risk) {
        published = risk;
    }

    /** Advice as it was published last, by asset. */
    Map<String, HedgeRecommendation> advice() {
        return advice;
    }

    /**
     * It was looked at with these prices of instruments.
     *
     * @param looked  by instrument; not a number where there was none
     */
    void lookedAt(Map<String, Double> looked) {
        prices = Map.copyOf(looked);
        dirty = null;
    }

    /** Whether a price has gone too far from the one that it was looked at with. */
    boolean isMovedBy(String instrument, double price, double tolerance) {
        Double last = prices.get(instrument);
        return last != null && !(Math.abs(price - last) <= tolerance * last);
    }

    void soil(PortfolioReason reason) {
        dirty = reason;
    }

    /** Why it is to be looked at again; null: it is not. */
    PortfolioReason dirty() {
        return dirty;
    }
}
