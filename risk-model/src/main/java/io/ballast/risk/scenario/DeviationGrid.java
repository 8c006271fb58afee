/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.option.Gaussian;
import java.util.Arrays;

/** Standard deviations of a normal figure that are equally far apart, and the probabilities of the cells between. Immutable. */
final class DeviationGrid {

    /** What is further away than this many deviations has a probability below 1e-16. */
    private static final double FARTHEST = 8.25;

    private final double[] deviations;
    private final double[] masses;

    /** @param cells  how many; from one end to the other */
    DeviationGrid(int cells) {
        deviations = new double[cells + 1];
        masses = new double[cells];
        Arrays.setAll(deviations, i -> FARTHEST * (2.0 * i / cells - 1));
        Arrays.setAll(masses, cell -> Gaussian.between(deviations[cell], deviations[cell + 1]));
    }

    int cells() {
        return masses.length;
    }

    /** @param i  0 to {@link #cells} */
    double deviation(int i) {
        return deviations[i];
    }

    /** Probability of what is between a deviation and the next. */
    double mass(int cell) {
        return masses[cell];
    }
}
