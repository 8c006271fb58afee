/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Options, a forward and cash: pays {@code g(P) = sum quantity*payoff(P) + forwardCoins*(P - forward) + cash} at expiry, and what
 * the options pay that were there already.
 *
 * @param legs  options traded, each once
 * @param forwardCoins  coins bought forward, negative: sold
 * @param forward  at which price, dollars
 * @param cash  dollars set aside until expiry; negative: owed at expiry
 * @param held  options there are already
 */
public record StripPortfolio(List<StripLeg> legs, double forwardCoins, double forward, double cash, HeldOptions held) {

    /** Relative: what rounding leaves of a quantity taken away. */
    private static final double SAME = 1e-12;

    public StripPortfolio {
        legs = List.copyOf(legs);
    }

    /** With no options there yet. */
    public StripPortfolio(List<StripLeg> legs, double forwardCoins, double forward, double cash) {
        this(legs, forwardCoins, forward, cash, HeldOptions.NONE);
    }

    /** What there is before anything is traded. */
    static StripPortfolio before(double forward, HeldOptions held) {
        return new StripPortfolio(List.of(), 0, forward, 0, held);
    }

    /** g(P). */
    public double payoff(double price) {
        double sum = forwardCoins * (price - forward) + cash + held.payoff(price);
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
        double slope = forwardCoins + held.slopeAtInfinity();
        for (StripLeg leg : legs) {
            slope += leg.option().kind() == OptionKind.CALL ? leg.quantity() : 0;
        }
        return slope;
    }

    /** Strikes where g bends, ascending, each once. */
    public double[] kinks() {
        DoubleStream traded = legs.stream().mapToDouble(leg -> leg.option().strike());
        return DoubleStream.concat(traded, held.strikes()).sorted().distinct().toArray();
    }

    /** Coins of an option that are traded. */
    double quantity(OptionQuote option) {
        return legs.stream()
                .filter(leg -> leg.option().equals(option))
                .mapToDouble(StripLeg::quantity)
                .sum();
    }

    StripPortfolio withCash(double more) {
        return new StripPortfolio(legs, forwardCoins, forward, cash + more, held);
    }

    StripPortfolio withForward(double more) {
        return new StripPortfolio(legs, forwardCoins + more, forward, cash, held);
    }

    StripPortfolio with(OptionQuote option, double more) {
        double quantity = quantity(option) + more;
        boolean nothing = Math.abs(quantity) <= SAME * Math.abs(more);
        List<StripLeg> changed = new ArrayList<>(legs);
        changed.removeIf(leg -> leg.option().equals(option));
        if (!nothing) {
            changed.add(new StripLeg(option, quantity));
        }
        return new StripPortfolio(changed, forwardCoins, forward, cash, held);
    }
}
