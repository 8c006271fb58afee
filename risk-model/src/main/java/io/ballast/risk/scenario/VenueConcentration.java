/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of a hedge hangs on one venue.
 *
 * @param largest  the venue with most
 * @param largestShare  its part of the sizes of all, in (0, 1]
 * @param herfindahl  sum of squared shares: 1 / n of n equal venues, 1 of a single one
 */
public record VenueConcentration(String largest, double largestShare, double herfindahl) {

    /**
     * @param notionals  by venue, any sign, one currency
     * @return empty where there is no hedge
     */
    public static Optional<VenueConcentration> of(Map<String, Double> notionals) {
        double total = 0;
        double squares = 0;
        String largest = null;
        double most = 0;
        for (Map.Entry<String, Double> entry : new TreeMap<>(notionals).entrySet()) {
            double size = Math.abs(entry.getValue());
            if (!Double.isFinite(size)) {
                throw new IllegalArgumentException("notional " + entry.getValue() + " on " + entry.getKey());
            }
            total += size;
            squares += size * size;
            if (size > most) {
                most = size;
                largest = entry.getKey();
            }
        }
        return total == 0
                ? Optional.empty()
                : Optional.of(new VenueConcentration(largest, most / total, squares / total / total));
    }
}
