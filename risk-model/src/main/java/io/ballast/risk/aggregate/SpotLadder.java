/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.aggregate;

import static java.math.BigDecimal.ONE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** The prices around the current one at which a group is looked at. Immutable. */
public final class SpotLadder {

    /** Greatest relative change of price that a ladder takes. */
    public static final double GREATEST_SHIFT = 1000;

    private static final int X96 = 96;
    private static final BigDecimal Q192 = new BigDecimal(BigInteger.ONE.shiftLeft(2 * X96));

    private final List<Step> steps;

    /**
     * One step of a ladder.
     *
     * @param shift  the price is the current one times (1 + shift)
     * @param sqrtFactorX96  sqrt(1 + shift), Q64.96, rounded down
     */
    private record Step(double shift, BigInteger sqrtFactorX96) {}

    /**
     * @param shifts  relative changes of price, each above -1 and at most 1000; 0 is the current price
     * @throws IllegalArgumentException if one is outside
     */
    public SpotLadder(List<Double> shifts) {
        steps = shifts.stream()
                .map(shift -> new Step(shift, sqrtFactorX96(shift)))
                .toList();
    }

    /** Relative changes of price, in the order given. */
    public List<Double> shifts() {
        return steps.stream().map(Step::shift).toList();
    }

    /** A group's figures at every step in the order given, raw units. */
    public List<LadderRung> of(GroupTotals group, BigInteger sqrtPriceX96) {
        return steps.stream().map(step -> rung(step, group, sqrtPriceX96)).toList();
    }

    private static LadderRung rung(Step step, GroupTotals group, BigInteger sqrtPriceX96) {
        BigInteger shiftedX96 = sqrtPriceX96.multiply(step.sqrtFactorX96).shiftRight(X96);
        return new LadderRung(step.shift, shiftedX96, group.at(shiftedX96));
    }

    private static BigInteger sqrtFactorX96(double shift) {
        if (!(shift > -1 && shift <= GREATEST_SHIFT)) {
            throw new IllegalArgumentException(
                    "shift " + shift + " of a price must be above -1 and at most " + GREATEST_SHIFT);
        }
        return ONE.add(new BigDecimal(shift)).multiply(Q192).toBigInteger().sqrt();
    }
}
