/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.scenario;

import io.ballast.risk.loss.Domain;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pool positions by what they are worth at some prices of one asset, the other prices as they are. At those prices it is exact; between
 * two of them it is the cubic with their worth and slope, for the slope is known too: it is what there is of the asset. Beyond the
 * last ones it is never more than the truth, since what a pool holds is worth a concave function of each price that does not fall:
 * below the first in proportion to the price, above the last as there.
 */
public final class LadderLeg implements BookLeg {

    /**
     * Worth at one price.
     *
     * @param price  of the asset in the numeraire, positive
     * @param value  worth, in the numeraire
     * @param units  units of the asset in it: change of worth by price
     */
    public record Rung(double price, double value, double units) {

        public Rung {
            Domain.requirePositive("price of a rung", price);
            Domain.requireNotNegative("value at a rung", value);
            Domain.requireNotNegative("units at a rung", units);
        }
    }

    private final String asset;
    private final List<Rung> rungs;

    /**
     * @param rungs  at least two, in any order
     * @throws IllegalArgumentException if there are fewer, or two of the same price
     */
    public LadderLeg(String asset, List<Rung> rungs) {
        this.asset = asset;
        this.rungs = new ArrayList<>(rungs);
        this.rungs.sort(Comparator.comparingDouble(Rung::price));
        if (rungs.size() < 2) {
            throw new IllegalArgumentException("a ladder of " + asset + " with " + rungs.size() + " prices");
        }
        for (int i = 1; i < rungs.size(); i++) {
            if (this.rungs.get(i).price() == this.rungs.get(i - 1).price()) {
                throw new IllegalArgumentException("a ladder of " + asset + " has the price "
                        + this.rungs.get(i).price() + " twice");
            }
        }
    }

    @Override
    public double value(Market market) {
        double price = market.price(asset);
        Rung first = rungs.get(0);
        Rung last = rungs.get(rungs.size() - 1);
        if (price <= first.price()) {
            return first.value() * price / first.price();
        }
        if (price >= last.price()) {
            return last.value();
        }
        int above = 1;
        while (rungs.get(above).price() < price) {
            above++;
        }
        return between(rungs.get(above - 1), rungs.get(above), price);
    }

    /** Hermite's cubic. */
    private static double between(Rung lower, Rung upper, double price) {
        double width = upper.price() - lower.price();
        double t = (price - lower.price()) / width;
        double s = 1 - t;
        return s * s * (1 + 2 * t) * lower.value()
                + t * t * (1 + 2 * s) * upper.value()
                + s * t * width * (s * lower.units() - t * upper.units());
    }
}
