/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Looks for calendar arbitrage: at a fixed moneyness total variance must not fall with expiry, or the later option is cheaper
 * than the earlier one of the same moneyness.
 *
 * <p>Smiles are linear between their strikes, so looking at the strikes of both finds every place inside the quoted strikes.
 * Source: Gatheral and Jacquier, "Arbitrage-free SVI volatility surfaces" (2014), lemma 2.1.
 */
public final class CalendarCheck {

    private CalendarCheck() {}

    /**
     * A moneyness at which a later expiry has less total variance.
     *
     * @param earlierYears  time to the earlier expiry
     * @param laterYears  time to the next one
     * @param logMoneyness  ln(K/F) of a quoted strike of either
     * @param varianceLost  how much total variance falls by, positive
     */
    public record Violation(double earlierYears, double laterYears, double logMoneyness, double varianceLost) {}

    /**
     * Compares each expiry with the next.
     *
     * @param smiles  in any order, no two of the same expiry
     * @param tolerance  total variance that a fall must exceed, not negative: quotes are rounded
     */
    public static List<Violation> violations(List<Smile> smiles, double tolerance) {
        List<Smile> byExpiry = new ArrayList<>(smiles);
        byExpiry.sort(Comparator.comparingDouble(Smile::yearsToExpiry));
        List<Violation> found = new ArrayList<>();
        for (int i = 1; i < byExpiry.size(); i++) {
            found.addAll(between(byExpiry.get(i - 1), byExpiry.get(i), tolerance));
        }
        return found;
    }

    private static List<Violation> between(Smile earlier, Smile later, double tolerance) {
        if (earlier.yearsToExpiry() == later.yearsToExpiry()) {
            throw new IllegalArgumentException("two smiles of the expiry in " + later.yearsToExpiry() + " years");
        }
        return DoubleStream.concat(DoubleStream.of(earlier.logMoneyness()), DoubleStream.of(later.logMoneyness()))
                .filter(k -> earlier.totalVariance(k) - later.totalVariance(k) > tolerance)
                .sorted()
                .distinct()
                .mapToObj(k -> new Violation(
                        earlier.yearsToExpiry(),
                        later.yearsToExpiry(),
                        k,
                        earlier.totalVariance(k) - later.totalVariance(k)))
                .toList();
    }
}
