/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.strip;

import io.ballast.risk.option.OptionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chord hedge: g goes straight from f at the lowest price to be covered through f at every strike that can be bought, with the slope of f above the last.
 * Chords of a convex function lie above it, so this covers the loss at every price, and it always exists where out-of-the-money
 * options are offered.
 *
 * <p>Quantities are the changes of slope at the strikes, never negative: puts below the price where f is lowest, calls above. The
 * chord across that price has the slope m, which is a forward of m coins, and a level, which is cash. Without a forward that
 * piece is flat at the greater end instead. Where the lowest price is itself a strike with both options, there is no forward, and
 * cash is f there.
 *
 * <p>What is held already is taken off: of an option held beyond the chords what may be sold is sold, and the rest only pays more.
 *
 * <p>Sizes and lots are not looked at. Between neighbouring strikes with square roots k1 and k2 inside a single range the
 * excess is at most {@code L*(k2 - k1)^2/(2*(k1 + k2))}. Source: Carr and Madan, "Optimal positioning in derivative
 * securities" (2001), for the continuum of strikes; Demeterfi, Derman, Kamal, Zou (1999) for chords between listed ones.
 */
public final class ChordStrip {

    private static final double SAME = 1e-9;

    private final ConvexLoss loss;
    private final List<OptionQuote> quotes;
    private final StripTerms terms;
    private final double forward;
    private final List<OptionQuote> puts;
    private final List<OptionQuote> calls;
    private final List<StripLeg> legs = new ArrayList<>();

    private ChordStrip(ConvexLoss loss, List<OptionQuote> quotes, StripTerms terms, double forward) {
        this.loss = loss;
        this.quotes = quotes;
        this.terms = terms;
        this.forward = forward;
        double lowest = loss.lowestAt(forward);
        puts = buyable(quotes, OptionKind.PUT, 0, lowest * (1 + SAME));
        calls = buyable(quotes, OptionKind.CALL, lowest * (1 - SAME), Double.POSITIVE_INFINITY);
    }

    /**
     * @param forward  dollars a coin for delivery at expiry
     * @return nothing if losses rise above all strikes and neither a call nor a forward is to be had, or if options were sold that
     *     nobody offers
     */
    public static Optional<StripPortfolio> of(
            ConvexLoss loss, List<OptionQuote> quotes, StripTerms terms, double forward) {
        ChordStrip strip = new ChordStrip(loss, quotes, terms, forward);
        return strip.isUnbounded() || strip.hasLastingShorts() ? Optional.empty() : Optional.of(strip.build());
    }

    private List<OptionQuote> buyable(List<OptionQuote> quotes, OptionKind kind, double from, double to) {
        return quotes.stream()
                .filter(quote -> quote.kind() == kind && quote.buyable())
                .filter(quote -> quote.strike() >= from && quote.strike() <= to)
                .filter(quote -> terms.covered().hasInside(quote.strike()))
                .sorted(Comparator.comparingDouble(OptionQuote::strike))
                .toList();
    }

    private boolean isUnbounded() {
        return calls.isEmpty() && !terms.usesForward() && terms.covered().unbounded() && loss.slopeAtInfinity() > 0;
    }

    private StripPortfolio build() {
        double slope = middleSlope();
        double level = middleLevel(slope);
        buyPuts(slope);
        buyCalls(slope);
        return beyondHeld(new StripPortfolio(legs, slope, forward, level));
    }

    private boolean hasLastingShorts() {
        return terms.held().options().stream()
                .anyMatch(one -> one.coins() < 0
                        && quotes.stream()
                                .noneMatch(quote -> quote.buyable()
                                        && quote.kind() == one.kind()
                                        && quote.strike() == one.strike()));
    }

    private StripPortfolio beyondHeld(StripPortfolio chords) {
        if (terms.held().isEmpty()) {
            return chords;
        }
        StripPortfolio trades =
                new StripPortfolio(List.of(), chords.forwardCoins(), forward, chords.cash(), terms.held());
        for (OptionQuote quote : quotes) {
            double missing = chords.quantity(quote) - terms.held().coins(quote.kind(), quote.strike());
            if (missing > 0 && quote.buyable() || missing < 0 && terms.mostToSell(quote) > 0) {
                trades = trades.with(quote, missing);
            }
        }
        return trades;
    }

    private double left() {
        return puts.isEmpty()
                ? terms.covered().lowest()
                : puts.get(puts.size() - 1).strike();
    }

    /** Lowest call strike, or where cover ends: infinite if it does not. */
    private double right() {
        return calls.isEmpty() ? terms.covered().highest() : calls.get(0).strike();
    }

    private double middleSlope() {
        if (!terms.usesForward() || left() >= right() * (1 - SAME)) {
            return 0;
        }
        return right() == Double.POSITIVE_INFINITY ? loss.slopeAtInfinity() : chord(left(), right());
    }

    /** g at the forward price on the middle piece. */
    private double middleLevel(double slope) {
        if (terms.usesForward() || right() == Double.POSITIVE_INFINITY) {
            return at(left()) + slope * (forward - left());
        }
        return Math.max(at(left()), at(right()));
    }

    private void buyPuts(double middleSlope) {
        double above = middleSlope;
        for (int i = puts.size() - 1; i >= 0; i--) {
            double below = chord(
                    i == 0 ? terms.covered().lowest() : puts.get(i - 1).strike(),
                    puts.get(i).strike());
            buy(puts.get(i), above - below);
            above = below;
        }
    }

    private void buyCalls(double middleSlope) {
        double below = middleSlope;
        for (int i = 0; i < calls.size(); i++) {
            double above = i == calls.size() - 1
                    ? lastSlope()
                    : chord(calls.get(i).strike(), calls.get(i + 1).strike());
            buy(calls.get(i), above - below);
            below = above;
        }
    }

    private double lastSlope() {
        double last = calls.get(calls.size() - 1).strike();
        return terms.covered().unbounded()
                ? loss.slopeAtInfinity()
                : chord(last, terms.covered().highest());
    }

    /** Convexity makes quantities positive but for rounding. */
    private void buy(OptionQuote option, double quantity) {
        if (quantity > 0) {
            legs.add(new StripLeg(option, quantity));
        }
    }

    private double chord(double from, double to) {
        return (at(to) - at(from)) / (to - from);
    }

    private double at(double price) {
        return price == 0 ? loss.atZero() : loss.at(price);
    }
}
