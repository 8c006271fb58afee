/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Options, a forward and cash: pays {@code g(P) = sum quantity*payoff(P) + forwardCoins*(P - forward) + cash} at expiry.
 *
 * @param legs  options, each once
 * @param forwardCoins  coins bought forward, negative: sold
 * @param forward  at which price, dollars
 * @param cash  dollars set aside until expiry; negative: owed at expiry
 */
public record StripPortfolio(List<StripLeg> legs, double forwardCoins, double forward, double cash) {

    /** Relative: what rounding leaves of a quantity taken away. */
    private static final double SAME = 1e-12;

    public StripPortfolio {
        legs = List.copyOf(legs);
    }

    /** g(P). */
    public double payoff(double price) {
        double sum = forwardCoins * (price - forward) + cash;
        for (StripLeg leg : legs) {
            sum += leg.payoff(price);
        }
        return sum;
    }

    /** Dollars paid for options, net of what was received for those sold. */
    public double premium() {
        return legs.stream().mapToDouble(StripLeg::premium).sum();
    }

    /** Coins that g rises by for each dollar above all strikes. */
    public double slopeAtInfinity() {
        double slope = forwardCoins;
        for (StripLeg leg : legs) {
            slope += leg.option().kind() == OptionKind.CALL ? leg.quantity() : 0;
        }
        return slope;
    }

    /** Strikes where g bends, ascending, each once. */
    public double[] kinks() {
        return legs.stream()
                .mapToDouble(leg -> leg.option().strike())
                .sorted()
                .distinct()
                .toArray();
    }

    double quantity(OptionQuote option) {
        return legs.stream()
                .filter(leg -> leg.option().equals(option))
                .mapToDouble(StripLeg::quantity)
                .sum();
    }

    StripPortfolio withCash(double more) {
        return new StripPortfolio(legs, forwardCoins, forward, cash + more);
    }

    StripPortfolio withForward(double more) {
        return new StripPortfolio(legs, forwardCoins + more, forward, cash);
    }

    StripPortfolio with(OptionQuote option, double more) {
        double quantity = quantity(option) + more;
        boolean nothing = Math.abs(quantity) <= SAME * Math.abs(more);
        List<StripLeg> changed = new ArrayList<>(legs);
        changed.removeIf(leg -> leg.option().equals(option));
        if (!nothing) {
            changed.add(new StripLeg(option, quantity));
        }
        return new StripPortfolio(changed, forwardCoins, forward, cash);
    }
}
