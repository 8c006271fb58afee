/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An account's perpetuals as a function of prices, all margined together (cross margin).
 *
 * <p>If the price P of one asset moves alone, equity less maintenance margin is {@code A + B P + C / P}: A cash and the other
 * assets' contracts, B linear contracts, C inverse ones, each with its margin taken off. It is zero at no more than two
 * prices. Spot holdings are not counted as collateral.
 *
 * <p>Nothing is known of an account that has an option open, or a perpetual without margin terms or mark.
 */
public final class MarginAccount {

    private final AccountKey account;
    private final double cash;
    private final List<HedgeLeg> perpetuals;
    private final Marks marks;

    private MarginAccount(AccountKey account, double cash, List<HedgeLeg> perpetuals, Marks marks) {
        this.account = account;
        this.cash = cash;
        this.perpetuals = perpetuals;
        this.marks = marks;
    }

    /** The account, if enough is known of it. */
    public static Optional<MarginAccount> of(AccountKey account, HedgeBook book, Marks marks) {
        List<HedgeLeg> legs = book.openLegs().stream()
                .filter(leg -> isIn(account, leg))
                .filter(leg -> !(leg.instrument() instanceof Spot))
                .toList();
        BigDecimal cash = HedgeCash.of(book).getOrDefault(account, BigDecimal.ZERO);
        return legs.stream().allMatch(leg -> isKnown(leg, marks))
                ? Optional.of(new MarginAccount(account, cash.doubleValue(), legs, marks))
                : Optional.empty();
    }

    /** Equity, margins and their use at the marks. */
    public MarginFigures figures() {
        double equity = cash;
        double initial = 0;
        double maintenance = 0;
        for (HedgeLeg leg : perpetuals) {
            equity += leg.worth(mark(leg)).doubleValue();
            double notional = notional(leg);
            initial += notional * margin(leg).initialRate().doubleValue();
            maintenance += notional * margin(leg).maintenanceRate().doubleValue();
        }
        return MarginFigures.of(account, equity, initial, maintenance);
    }

    /**
     * How far the price of an asset may move. Contracts on it at other marks move by the same factor.
     *
     * @param base  an asset that the account has contracts on
     * @param price  its price now, quote per base; positive
     * @throws IllegalArgumentException if the account has none on it
     */
    public LiquidationDistance distance(String base, double price) {
        if (perpetuals.stream().noneMatch(leg -> isOn(base, leg))) {
            throw new IllegalArgumentException(account + " has no contracts on " + base);
        }
        double constant = cash;
        double linear = 0;
        double inverse = 0;
        for (HedgeLeg leg : perpetuals) {
            double free = leg.worth(mark(leg)).doubleValue()
                    - notional(leg) * margin(leg).maintenanceRate().doubleValue();
            if (!isOn(base, leg)) {
                constant += free;
            } else if (leg.instrument() instanceof InversePerpetual) {
                inverse += free;
            } else {
                linear += free;
            }
        }
        double[] factors = LiquidationFactors.of(constant, linear, inverse);
        return new LiquidationDistance(account, base, price, scaled(factors[0], price), scaled(factors[1], price));
    }

    private static Double scaled(double factor, double price) {
        return Double.isNaN(factor) ? null : Double.valueOf(factor * price);
    }

    private BigDecimal mark(HedgeLeg leg) {
        return marks.of(leg.instrument().key());
    }

    private double notional(HedgeLeg leg) {
        return Math.abs(((Perpetual) leg.instrument())
                .notional(leg.contracts(), mark(leg))
                .doubleValue());
    }

    private static MarginTerms margin(HedgeLeg leg) {
        return leg.instrument().terms().margin();
    }

    private static boolean isOn(String base, HedgeLeg leg) {
        return leg.instrument().terms().base().equals(base);
    }

    private static boolean isIn(AccountKey account, HedgeLeg leg) {
        return leg.instrument().key().venue().equals(account.venue())
                && leg.instrument().terms().settlement().equals(account.asset());
    }

    private static boolean isKnown(HedgeLeg leg, Marks marks) {
        return leg.instrument() instanceof Perpetual
                && margin(leg) != null
                && marks.of(leg.instrument().key()) != null;
    }
}
