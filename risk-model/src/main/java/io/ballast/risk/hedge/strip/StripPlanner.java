/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import static io.ballast.risk.hedge.strip.StripReason.Code;

import io.ballast.risk.loss.Domain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes hedges of listed options against a convex loss: the cheapest that covers it everywhere, or the best for a given premium.
 *
 * <p>A hedge is never taken on the solver's word. Its answer is checked with {@link Coverage}, brought to whole lots, topped up
 * and compared with the chord hedge; where the solver has no answer, the chord hedge is the advice. What could not be covered
 * is in the reasons. Immutable.
 */
public final class StripPlanner {

    /** Relative to the loss; more than this the solver's answer must not leave open. */
    private static final double MOST_OPEN = 1e-6;

    private final StripTerms terms;
    private final List<Double> gridShifts;

    /**
     * @param gridShifts  relative changes of the forward at which payoffs are told, each above -1
     */
    public StripPlanner(StripTerms terms, List<Double> gridShifts) {
        this.terms = terms;
        this.gridShifts = gridShifts.stream().sorted().toList();
        this.gridShifts.forEach(shift -> Domain.requirePositive("1 + shift of the grid", 1 + shift));
    }

    /** The cheapest hedge at or above the loss at every price to be covered; what could not be covered is in the reasons. */
    public StripHedge cheapest(ConvexLoss loss, StripMarket market) {
        StripDraft draft = new StripDraft(loss, market, terms, gridShifts);
        if (LossScale.of(loss, market.forward()).isNothing()) {
            draft.say(Code.NOTHING_TO_HEDGE, Map.of());
            return draft.finish(draft.empty());
        }
        Optional<StripPortfolio> chords = ChordStrip.of(loss, market.quotes(), terms, market.forward());
        Optional<StripPortfolio> programme = checked(new SuperHedgeProgramme(loss, market, terms).cheapest(), draft);
        return draft.finish(cheaper(draft, programme, chords));
    }

    /**
     * The hedge with the least worst shortfall whose option premium is within a budget. Options are only bought. With a
     * forward its cost comes on top.
     *
     * @param premium  dollars at expiry, not negative
     */
    public StripHedge forPremium(ConvexLoss loss, StripMarket market, double premium) {
        Domain.requireNotNegative("premium", premium);
        StripTerms buying = terms.buyingOnly();
        StripDraft draft = new StripDraft(loss, market, buying, gridShifts);
        if (LossScale.of(loss, market.forward()).isNothing()) {
            draft.say(Code.NOTHING_TO_HEDGE, Map.of());
            return draft.finish(draft.empty());
        }
        StripPortfolio best = bestFor(premium, loss, market, draft);
        draft.say(Code.BEST_FOR_PREMIUM, Map.of("budget", premium, "spent", best.premium()));
        return draft.finish(best);
    }

    /**
     * The programme's answer in whole lots, unless these leave more open than no options at all do, or than the cheapest cover
     * does where it is within the budget as well.
     */
    private StripPortfolio bestFor(double premium, ConvexLoss loss, StripMarket market, StripDraft draft) {
        StripTerms buying = terms.buyingOnly();
        Budget budget = new Budget(loss, market, buying, premium);
        Optional<StripPortfolio> answer = new SuperHedgeProgramme(loss, market, buying).forPremium(premium);
        if (answer.isEmpty()) {
            draft.say(Code.NO_PROGRAMME_ANSWER, Map.of());
        }
        List<StripPortfolio> candidates = new ArrayList<>();
        answer.ifPresent(found -> candidates.add(budget.spend(draft.wholeLots().atMost(found))));
        StripPortfolio nothing =
                new SuperHedgeProgramme(loss, market, buying).forPremium(0).orElseGet(draft::empty);
        candidates.add(budget.spend(draft.wholeLots().atMost(nothing)));
        StripHedge cover = new StripPlanner(buying, gridShifts).cheapest(loss, market);
        if (cover.premium() <= premium
                && draft.scale().isRounding(Math.abs(cover.portfolio().cash()))) {
            candidates.add(cover.portfolio());
        }
        return Collections.min(candidates, Comparator.comparingDouble(candidate -> draft.coverage(candidate)
                .open()));
    }

    private Optional<StripPortfolio> checked(Optional<StripPortfolio> answer, StripDraft draft) {
        if (answer.isEmpty()) {
            draft.say(Code.NO_PROGRAMME_ANSWER, Map.of());
            return answer;
        }
        double shortfall = draft.coverage(answer.get()).worstShortfall();
        if (shortfall > MOST_OPEN * draft.scale().dollars()) {
            draft.say(Code.PROGRAMME_ANSWER_REFUSED, Map.of("shortfall", shortfall));
            return Optional.empty();
        }
        return answer;
    }

    private StripPortfolio cheaper(
            StripDraft draft, Optional<StripPortfolio> programme, Optional<StripPortfolio> chords) {
        List<Candidate> candidates = new ArrayList<>();
        programme.ifPresent(found -> candidates.add(candidate(Code.CHEAPEST_COVER, found, draft)));
        chords.ifPresent(found -> candidates.add(candidate(Code.CHORD_COVER, found, draft)));
        if (candidates.isEmpty()) {
            candidates.add(candidate(Code.CASH_COVER, draft.empty(), draft));
        }
        Candidate best = candidates.get(0);
        for (Candidate other : candidates) {
            best = other.isBetterThan(best) ? other : best;
        }
        draft.say(best.code, Map.of("cost", best.cost));
        draft.sayRounding(best.before, best.cost);
        return best.portfolio;
    }

    private Candidate candidate(Code code, StripPortfolio found, StripDraft draft) {
        StripPortfolio covered = draft.topUp().cover(draft.wholeLots().atLeast(found));
        return new Candidate(code, covered, draft.cost(found), draft.cost(covered), draft.coverage(covered));
    }

    private record Candidate(Code code, StripPortfolio portfolio, double before, double cost, Coverage coverage) {
        boolean isBetterThan(Candidate other) {
            boolean covers = coverage.worstShortfall() < Double.POSITIVE_INFINITY;
            boolean otherCovers = other.coverage.worstShortfall() < Double.POSITIVE_INFINITY;
            return covers == otherCovers ? cost < other.cost : covers;
        }
    }
}
