/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requirePositive;

/**
 * An option that is quoted, paid and settled in the coin itself: it pays {@code max(e*(S - K), 0)/S} coins, which is the
 * plain payoff in dollars, converted at the settlement price S.
 *
 * <p>Its price in coins is the undiscounted Black price over the forward, as Deribit quotes it. Call and put obey {@code C - P =
 * 1 - K/F} in coins.
 *
 * <p>It has two deltas. If the premium is turned into dollars at once, {@link #dollarDelta} is the exposure. If premium and
 * result stay in coins, the coins of the premium are exposed too and {@link #netDelta} is.
 *
 * <p>Source: Lucic and Sepp, "Valuation and Hedging of Cryptocurrency Inverse Options", Quantitative Finance 24(7) (2024);
 * Alexander and Imeraj, arXiv:2107.12041.
 *
 * @param kind  call or put
 * @param forward  F, dollars a coin for delivery at expiry, positive
 * @param strike  K, dollars a coin, positive
 * @param volatility  annual, not negative
 * @param yearsToExpiry  not negative
 */
public record InverseOption(OptionKind kind, double forward, double strike, double volatility, double yearsToExpiry) {

    public InverseOption {
        new Black76(kind, forward, strike, volatility, yearsToExpiry, 0);
    }

    /** The dollar option that it converts to. */
    public Black76 inDollars() {
        return new Black76(kind, forward, strike, volatility, yearsToExpiry, 0);
    }

    /** Price of an option on one coin, in coins. In dollars it is this times the index price. */
    public double priceCoin() {
        return inDollars().price() / forward;
    }

    /** Delta in coins where the premium is turned into dollars: {@code e*N(e*d1)}, which is what Deribit shows. */
    public double dollarDelta() {
        return inDollars().forwardDelta();
    }

    /**
     * Premium-adjusted delta in coins, {@code F*dc/dF = e*(K/F)*N(e*d2)}, c the price in coins: what to hedge where premium and
     * result stay in coins. An inverse perpetual of face {@code -F*netDelta} dollars hedges it.
     */
    public double netDelta() {
        return kind.sign() * (strike / forward) * inDollars().exerciseProbability();
    }

    /** Change of the price in coins for one unit of volatility. */
    public double vegaCoin() {
        return inDollars().greeks().vega() / forward;
    }

    /**
     * What it pays in coins at a settlement price.
     *
     * @param settlementPrice  dollars a coin, positive
     */
    public static double payoffCoin(OptionKind kind, double strike, double settlementPrice) {
        return kind.payoff(requirePositive("settlementPrice", settlementPrice), strike) / settlementPrice;
    }

    /** What call and put of a strike must differ by, in coins: {@code 1 - K/F}. */
    public static double parityCoin(double forward, double strike) {
        return (requirePositive("forward", forward) - requirePositive("strike", strike)) / forward;
    }

    /** Volatility from a price in coins; see {@link ImpliedVolatility#fromPrice}. */
    public static ImpliedVolatility impliedVolatility(
            OptionKind kind, double forward, double strike, double yearsToExpiry, double priceCoin) {
        return ImpliedVolatility.fromPrice(kind, forward, strike, yearsToExpiry, 0, priceCoin * forward);
    }
}
