/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.loss.LossMeasure;
import java.math.BigInteger;

/**
 * Liquidity that came or went, with the loss that each unit of its range had grown to by then. Plain sums: of several flows
 * the units and the products are added up.
 *
 * @param units  liquidity, or LP tokens where the loss is counted for each of those
 * @param times  units times the loss of one unit so far
 */
public record Grown(BigInteger units, LossMeasure times) {

    public static final Grown NONE = new Grown(BigInteger.ZERO, LossMeasure.ZERO);

    /** So many units at a time when each had grown to so much. */
    public static Grown of(BigInteger units, LossMeasure grown) {
        return new Grown(units, grown.times(units));
    }

    Grown plus(Grown other) {
        return new Grown(units.add(other.units), times.plus(other.times));
    }

    Grown minus(Grown other) {
        return new Grown(units.subtract(other.units), times.minus(other.times));
    }

    /** The fraction {@code part / of}; all of it if part is of. */
    Grown share(BigInteger part, BigInteger of) {
        return new Grown(Scale.share(units, part, of), times.share(part, of));
    }
}
