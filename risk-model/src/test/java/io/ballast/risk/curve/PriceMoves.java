/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.curve;

import java.util.Random;

/** Prices to test at, from moves of a part in 10^12 to moves of eight decades. */
public final class PriceMoves {

    private PriceMoves() {}

    /** Another price, up or down by a part of itself whose logarithm is uniform. */
    public static double from(double price, Random random) {
        double part = Math.pow(10, -12 + 14 * random.nextDouble());
        return random.nextBoolean() ? price * (1 + part) : price / (1 + part);
    }

    /** A positive number within so many decades of 1 either way. */
    public static double decades(double most, Random random) {
        return Math.pow(10, most * (2 * random.nextDouble() - 1));
    }
}
