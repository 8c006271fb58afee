/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.loss.Domain;
import io.ballast.risk.option.OptionKind;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Options of one expiry that are held already: they pay at expiry and cost nothing more. Immutable.
 *
 * @param options  each once, by strike, none of 0 coins
 * @param forSale  whether they may be sold again
 */
public record HeldOptions(List<Held> options, boolean forSale) {

    public static final HeldOptions NONE = new HeldOptions(List.of(), true);

    /** Which option. */
    private record Listing(double strike, OptionKind kind) implements Comparable<Listing> {
        @Override
        public int compareTo(Listing other) {
            int byStrike = Double.compare(strike, other.strike);
            return byStrike != 0 ? byStrike : kind.compareTo(other.kind);
        }
    }

    /**
     * Options of one right and strike.
     *
     * @param strike  dollars, positive
     * @param coins  on how many coins; negative was sold
     */
    public record Held(OptionKind kind, double strike, double coins) {
        public Held {
            Domain.requirePositive("strike", strike);
            if (!Double.isFinite(coins)) {
                throw new IllegalArgumentException("coins " + coins + " must be finite");
            }
        }

        double payoff(double price) {
            return coins * kind.payoff(price, strike);
        }
    }

    public HeldOptions {
        options = List.copyOf(options);
    }

    /** Of the same right and strike, summed. */
    public static HeldOptions of(Collection<Held> held) {
        TreeMap<Listing, Double> coins = new TreeMap<>();
        held.forEach(one -> coins.merge(new Listing(one.strike, one.kind), one.coins, Double::sum));
        coins.values().removeIf(sum -> sum == 0);
        return new HeldOptions(
                coins.entrySet().stream()
                        .map(entry -> new Held(entry.getKey().kind, entry.getKey().strike, entry.getValue()))
                        .toList(),
                true);
    }

    /** The same, none of them for sale. */
    HeldOptions kept() {
        return new HeldOptions(options, false);
    }

    public boolean isEmpty() {
        return options.isEmpty();
    }

    /** Coins of an option; 0: not held. */
    public double coins(OptionKind kind, double strike) {
        return options.stream()
                .filter(one -> one.kind == kind && one.strike == strike)
                .mapToDouble(Held::coins)
                .sum();
    }

    /** Dollars that they pay at expiry. */
    public double payoff(double price) {
        return options.stream().mapToDouble(one -> one.payoff(price)).sum();
    }

    /** Coins that the payoff rises by for each dollar above all strikes. */
    double slopeAtInfinity() {
        return options.stream()
                .filter(one -> one.kind == OptionKind.CALL)
                .mapToDouble(Held::coins)
                .sum();
    }

    DoubleStream strikes() {
        return options.stream().mapToDouble(Held::strike);
    }
}
