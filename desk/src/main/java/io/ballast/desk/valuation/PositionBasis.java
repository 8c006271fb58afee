/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.valuation;

import io.ballast.risk.curve.AgainstHolding;
import io.ballast.risk.curve.HeldCurve;
import io.ballast.risk.curve.PairCurve;
import io.ballast.schema.PositionKind;
import io.ballast.schema.PositionRisk;
import io.ballast.schema.QualityFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A position against the tokens that were put into it, by its pool's price. Whole units; money in token1.
 *
 * @param withFees  its principal, with the fees that it has earned and what withdrawals have realised, against the basket
 * @param withoutFees  the principal alone, against the basket: impermanent loss
 */
public record PositionBasis(AgainstHolding withFees, AgainstHolding withoutFees) {

    /**
     * Empty where {@link #objection} has something to say.
     *
     * @param curve  of the principal
     */
    public static Optional<PositionBasis> of(PositionRisk risk, PairCurve curve) {
        return objection(risk).isPresent() ? Optional.empty() : Optional.of(known(risk, curve));
    }

    /** Why nothing can be said of what was put in; empty: it can. */
    public static Optional<String> objection(PositionRisk risk) {
        if (needed(risk).contains(null)) {
            return Optional.of("What was put in is not told.");
        }
        return risk.getFlags().contains(QualityFlag.HISTORY_INCOMPLETE)
                ? Optional.of("Deposits from before the pool was followed are not known.")
                : Optional.empty();
    }

    private static List<Double> needed(PositionRisk risk) {
        List<Double> needed = new ArrayList<>(Arrays.asList(risk.getHodl0(), risk.getHodl1(), risk.getRealisedIl()));
        needed.addAll(fees(risk));
        if (hasFeesInside(risk)) {
            needed.addAll(Arrays.asList(risk.getValue(), risk.getHodlValue(), risk.getIl()));
        }
        return needed;
    }

    private static boolean hasFeesInside(PositionRisk risk) {
        return risk.getKind() == PositionKind.LP_TOKEN;
    }

    /** Those in token0 and in token1 that are not in the principal. */
    private static List<Double> fees(PositionRisk risk) {
        return hasFeesInside(risk)
                ? Arrays.asList(risk.getFeesCollected0(), risk.getFeesCollected1())
                : Arrays.asList(risk.getFeesEarned0(), risk.getFeesEarned1());
    }

    private static PositionBasis known(PositionRisk risk, PairCurve curve) {
        List<Double> fees = fees(risk);
        PairCurve withoutFees = hasFeesInside(risk) ? new HeldCurve(curve, partWithoutFees(risk), 0, 0) : curve;
        return new PositionBasis(
                new AgainstHolding(
                        curve, risk.getHodl0(), risk.getHodl1(), fees.get(0), fees.get(1) + risk.getRealisedIl()),
                new AgainstHolding(withoutFees, risk.getHodl0(), risk.getHodl1(), 0, 0));
    }

    private static double partWithoutFees(PositionRisk risk) {
        return risk.getValue() > 0 ? (risk.getHodlValue() + risk.getIl()) / risk.getValue() : 1;
    }

    /** Worth of the basket. */
    public double hodl(double price) {
        return withFees.hodl0() * price + withFees.hodl1();
    }

    /**
     * Price at which the basket was what the position consists of: that of an only deposit, or between those of several.
     *
     * @return empty where one token alone was put in: the price was somewhere outside the range
     */
    public OptionalDouble entryPrice(double near) {
        boolean both = withFees.hodl0() > 0 && withFees.hodl1() > 0;
        return both ? withoutFees.bestPrice(near) : OptionalDouble.empty();
    }
}
