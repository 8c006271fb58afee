/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The cheapest portfolio that covers a loss, or the one that covers it best for a given premium, as a linear programme. Between
 * strikes g is straight and f convex, so it is enough to ask for g at or above f at each strike listed or held and at the lowest and highest price, or for the slope above all strikes: finitely many conditions for all prices.
 *
 * <p>Variables are what is bought and sold of each option within its size, the forward and cash. All are scaled to be near 1: unscaled,
 * commons-math's simplex called most of 120 feasible problems infeasible, scaled none. The caller checks the answer with {@link
 * Coverage} and has {@link ChordStrip} if there is none. Takes milliseconds for forty options, more for a hundred
 * and fifty: for a timer, not for a tick.
 */
final class SuperHedgeProgramme {

    private static final int MOST_PIVOTS = 20_000;
    /** Prefers the cheaper of equally good hedges without moving the shortfall by anything visible. */
    private static final double TIE_BREAK = 1e-6;
    /** In units of the loss: smaller quantities are the solver's rounding. */
    private static final double NO_QUANTITY = 1e-10;

    private final ConvexLoss loss;
    private final StripMarket market;
    private final StripTerms terms;
    private final LossScale scale;
    private final List<ProgrammeColumn> columns = new ArrayList<>();

    SuperHedgeProgramme(ConvexLoss loss, StripMarket market, StripTerms terms) {
        this.loss = loss;
        this.market = market;
        this.terms = terms;
        this.scale = LossScale.of(loss, market.forward());
        for (OptionQuote quote : market.quotes()) {
            addOption(quote);
        }
        if (terms.usesForward()) {
            columns.add(ProgrammeColumn.forward(1, market.forward(), terms.forwardCost()));
            columns.add(ProgrammeColumn.forward(-1, market.forward(), terms.forwardCost()));
        }
    }

    private void addOption(OptionQuote quote) {
        double buyable = terms.mostToBuy(quote);
        if (buyable > 0) {
            columns.add(ProgrammeColumn.option(quote, 1, buyable));
        }
        double sellable = terms.mostToSell(quote);
        if (sellable > 0) {
            columns.add(ProgrammeColumn.option(quote, -1, sellable));
        }
    }

    /** Covers everything at the least cost of premium, forward and cash; nothing if the solver finds no answer. */
    Optional<StripPortfolio> cheapest() {
        columns.add(ProgrammeColumn.cash(1));
        columns.add(ProgrammeColumn.cash(-1));
        double[] costs = columns.stream().mapToDouble(this::scaledCost).toArray();
        return solve(costs, cover());
    }

    /** The least worst shortfall that a premium for options buys; no cash. The forward's cost is not premium. */
    Optional<StripPortfolio> forPremium(double premium) {
        columns.removeIf(column -> column.premium() * terms.optionLot() > premium);
        columns.add(ProgrammeColumn.shortfall());
        List<LinearConstraint> constraints = cover();
        if (premium > 0) {
            constraints.add(within(premium));
        }
        double[] objective = columns.stream()
                .mapToDouble(column -> TIE_BREAK * scaledCost(column))
                .toArray();
        objective[objective.length - 1] = 1;
        return solve(objective, constraints);
    }

    private LinearConstraint within(double premium) {
        double[] row = columns.stream()
                .mapToDouble(column -> column.premium() / column.unit(scale))
                .toArray();
        return new LinearConstraint(row, Relationship.LEQ, premium / scale.dollars());
    }

    private double scaledCost(ProgrammeColumn column) {
        return column.cost() / column.unit(scale);
    }

    private List<LinearConstraint> cover() {
        List<LinearConstraint> rows = new ArrayList<>();
        PriceSpan covered = terms.covered();
        rows.add(coverAt(covered.lowest(), covered.lossAtLowest(loss)));
        DoubleStream listed = market.quotes().stream().mapToDouble(OptionQuote::strike);
        DoubleStream.concat(listed, terms.held().strikes())
                .distinct()
                .filter(covered::hasInside)
                .forEach(strike -> rows.add(coverAt(strike, loss.at(strike))));
        rows.add(covered.unbounded() ? coverSlope() : coverAt(covered.highest(), loss.at(covered.highest())));
        rows.addAll(sizes());
        return rows;
    }

    /** What is held pays its part. */
    private LinearConstraint coverAt(double price, double lost) {
        double[] row = columns.stream()
                .mapToDouble(column -> column.payoff(price) / column.unit(scale))
                .toArray();
        return new LinearConstraint(row, Relationship.GEQ, (lost - terms.held().payoff(price)) / scale.dollars());
    }

    private LinearConstraint coverSlope() {
        double[] row =
                columns.stream().mapToDouble(ProgrammeColumn::slopeAtInfinity).toArray();
        double missing = loss.slopeAtInfinity() - terms.held().slopeAtInfinity();
        return new LinearConstraint(row, Relationship.GEQ, missing / scale.coins());
    }

    /** Options that are offered or asked for in limited size. */
    private List<LinearConstraint> sizes() {
        List<LinearConstraint> rows = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).size() < Double.POSITIVE_INFINITY) {
                double[] row = new double[columns.size()];
                row[i] = 1;
                rows.add(new LinearConstraint(
                        row, Relationship.LEQ, columns.get(i).size() / scale.coins()));
            }
        }
        return rows;
    }

    private Optional<StripPortfolio> solve(double[] costs, Collection<LinearConstraint> constraints) {
        try {
            double[] found = new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_PIVOTS),
                            new LinearObjectiveFunction(costs, 0),
                            new LinearConstraintSet(constraints),
                            new NonNegativeConstraint(true),
                            GoalType.MINIMIZE)
                    .getPoint();
            return Optional.of(portfolio(found));
        } catch (MathIllegalStateException noAnswer) {
            // Infeasible, unbounded or too long: the caller says so and falls back to chords.
            return Optional.empty();
        }
    }

    private StripPortfolio portfolio(double[] found) {
        StripPortfolio portfolio = StripPortfolio.before(market.forward(), terms.held());
        for (int i = 0; i < columns.size(); i++) {
            if (found[i] > NO_QUANTITY) {
                portfolio = columns.get(i).addTo(portfolio, found[i], scale);
            }
        }
        return portfolio;
    }
}
