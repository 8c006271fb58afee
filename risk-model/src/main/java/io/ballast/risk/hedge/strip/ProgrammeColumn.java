/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionKind;

/** One variable of the linear programme, by what a unit of it pays, costs and is limited to. */
sealed interface ProgrammeColumn {

    /** Dollars that a unit costs now. */
    double cost();

    /** Dollars of option premium in that. */
    default double premium() {
        return 0;
    }

    /** Dollars that a unit pays at a price. */
    double payoff(double price);

    /** How much the payoff rises by for a dollar above all strikes. */
    double slopeAtInfinity();

    /** Most units, infinite without a limit. */
    default double size() {
        return Double.POSITIVE_INFINITY;
    }

    /** What to divide a unit's dollars by so that the variable is near 1 when it is used. */
    double unit(LossScale scale);

    /** A portfolio with so many scaled units more. */
    StripPortfolio addTo(StripPortfolio portfolio, double scaled, LossScale scale);

    static ProgrammeColumn option(OptionQuote quote, int side, double size) {
        return new OptionColumn(quote, side, size);
    }

    static ProgrammeColumn forward(int side, double forward, double cost) {
        return new ForwardColumn(side, forward, cost);
    }

    static ProgrammeColumn cash(int side) {
        return new CashColumn(side);
    }

    static ProgrammeColumn shortfall() {
        return new ShortfallColumn();
    }

    /** @param side  1 bought, -1 sold */
    record OptionColumn(OptionQuote quote, int side, double size) implements ProgrammeColumn {
        @Override
        public double cost() {
            return side > 0 ? quote.ask().price() : -quote.bid().price();
        }

        @Override
        public double premium() {
            return cost();
        }

        @Override
        public double payoff(double price) {
            return side * quote.payoff(price);
        }

        @Override
        public double slopeAtInfinity() {
            return quote.kind() == OptionKind.CALL ? side : 0;
        }

        @Override
        public double unit(LossScale scale) {
            return scale.price();
        }

        @Override
        public StripPortfolio addTo(StripPortfolio portfolio, double scaled, LossScale scale) {
            return portfolio.with(quote, side * scaled * scale.coins());
        }
    }

    record ForwardColumn(int side, double forward, double cost) implements ProgrammeColumn {
        @Override
        public double payoff(double price) {
            return side * (price - forward);
        }

        @Override
        public double slopeAtInfinity() {
            return side;
        }

        @Override
        public double unit(LossScale scale) {
            return scale.price();
        }

        @Override
        public StripPortfolio addTo(StripPortfolio portfolio, double scaled, LossScale scale) {
            return portfolio.withForward(side * scaled * scale.coins());
        }
    }

    /** Dollars set aside. */
    record CashColumn(int side) implements ProgrammeColumn {
        @Override
        public double cost() {
            return side;
        }

        @Override
        public double payoff(double price) {
            return side;
        }

        @Override
        public double slopeAtInfinity() {
            return 0;
        }

        @Override
        public double unit(LossScale scale) {
            return 1;
        }

        @Override
        public StripPortfolio addTo(StripPortfolio portfolio, double scaled, LossScale scale) {
            return portfolio.withCash(side * scaled * scale.dollars());
        }
    }

    /** What stays uncovered at the worst price: like cash, but nobody holds it. */
    record ShortfallColumn() implements ProgrammeColumn {
        @Override
        public double cost() {
            return 0;
        }

        @Override
        public double payoff(double price) {
            return 1;
        }

        @Override
        public double slopeAtInfinity() {
            return 0;
        }

        @Override
        public double unit(LossScale scale) {
            return 1;
        }

        @Override
        public StripPortfolio addTo(StripPortfolio portfolio, double scaled, LossScale scale) {
            return portfolio;
        }
    }
}
