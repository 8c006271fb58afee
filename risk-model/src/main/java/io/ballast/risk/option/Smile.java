/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import static io.ballast.risk.loss.Domain.requirePositive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Implied volatility of one expiry by strike: total variance {@code w = sigma^2*T}, linear over log-moneyness {@code k =
 * ln(K/F)} between the quoted strikes, through every one of them.
 *
 * <p>Between listed strikes that is all the quotes tell. Whether the quotes allow an arbitrage is not smoothed away: {@link
 * ButterflyCheck} and {@link CalendarCheck} say so. Immutable.
 */
public final class Smile {

    private static final double STEEPEST = 2;

    private final double forward;
    private final double yearsToExpiry;
    private final SmileWings wings;
    private final double[] strikes;
    private final double[] logMoneyness;
    private final double[] variance;

    /**
     * @param forward  price for delivery at this expiry, positive
     * @param yearsToExpiry  positive
     * @param quotes  in any order; those without a middle are left out, at least one must have it
     * @throws IllegalArgumentException if no quote has a middle or a strike is there twice
     */
    public Smile(double forward, double yearsToExpiry, List<SmileQuote> quotes, SmileWings wings) {
        this.forward = requirePositive("forward", forward);
        this.yearsToExpiry = requirePositive("yearsToExpiry", yearsToExpiry);
        this.wings = wings;
        List<SmileQuote> usable = usable(quotes);
        strikes = usable.stream().mapToDouble(SmileQuote::strike).toArray();
        logMoneyness = usable.stream()
                .mapToDouble(quote -> LogMoneyness.of(quote.strike(), forward))
                .toArray();
        variance = usable.stream()
                .mapToDouble(quote -> quote.middle().getAsDouble())
                .map(volatility -> volatility * volatility * yearsToExpiry)
                .toArray();
    }

    private static List<SmileQuote> usable(List<SmileQuote> quotes) {
        List<SmileQuote> usable = new ArrayList<>(quotes);
        usable.removeIf(quote -> quote.middle().isEmpty());
        usable.sort(Comparator.comparingDouble(SmileQuote::strike));
        if (usable.isEmpty()) {
            throw new IllegalArgumentException("none of " + quotes.size() + " quotes has a mark or both bid and ask");
        }
        for (int i = 1; i < usable.size(); i++) {
            if (usable.get(i).strike() == usable.get(i - 1).strike()) {
                throw new IllegalArgumentException("strike " + usable.get(i).strike() + " is quoted twice");
            }
        }
        return usable;
    }

    public double forward() {
        return forward;
    }

    public double yearsToExpiry() {
        return yearsToExpiry;
    }

    /** The quoted strikes that the smile goes through, ascending. */
    public double[] strikes() {
        return strikes.clone();
    }

    /** Annual volatility at a strike. */
    public double volatility(double strike) {
        return Math.sqrt(totalVariance(LogMoneyness.of(strike, forward)) / yearsToExpiry);
    }

    /** Total variance at a log-moneyness {@code ln(K/F)}, positive. */
    public double totalVariance(double k) {
        int piece = piece(k);
        if (piece < 0 || piece == variance.length - 1) {
            int end = Math.max(piece, 0);
            return variance[end] + wingSlope(end) * (k - logMoneyness[end]);
        }
        double share = (k - logMoneyness[piece]) / (logMoneyness[piece + 1] - logMoneyness[piece]);
        return variance[piece] * (1 - share) + variance[piece + 1] * share;
    }

    /** {@code dw/dk}; at a quoted strike the mean of the slopes on both sides. */
    public double varianceSlope(double k) {
        int piece = piece(k);
        double after = slope(piece);
        return piece >= 0 && logMoneyness[piece] == k ? 0.5 * (slope(piece - 1) + after) : after;
    }

    /** {@code d sigma/dk} at a strike: negative where lower strikes are dearer. */
    public double skew(double strike) {
        double slope = varianceSlope(LogMoneyness.of(strike, forward));
        return slope / (2 * volatility(strike) * yearsToExpiry);
    }

    /** Undiscounted option on the forward at this smile's volatility. */
    public Black76 option(OptionKind kind, double strike) {
        return new Black76(kind, forward, strike, volatility(strike), yearsToExpiry, 0);
    }

    /** Undiscounted delta to the forward when the smile moves as the rule says: {@code N-delta + vega * d sigma/dF}. */
    public double delta(OptionKind kind, double strike, SmileDynamics dynamics) {
        OptionGreeks greeks = option(kind, strike).greeks();
        return switch (dynamics) {
            case STICKY_STRIKE -> greeks.delta();
            case STICKY_MONEYNESS -> greeks.delta() - greeks.vega() * skew(strike) / forward;
        };
    }

    double[] logMoneyness() {
        return logMoneyness.clone();
    }

    /** Index of the greatest quoted log-moneyness at or below k; -1 if there is none. */
    private int piece(double k) {
        int found = Arrays.binarySearch(logMoneyness, k);
        return found >= 0 ? found : -found - 2;
    }

    private double slope(int piece) {
        if (piece < 0 || piece == variance.length - 1) {
            return wingSlope(Math.max(piece, 0));
        }
        return inner(piece);
    }

    private double inner(int piece) {
        return (variance[piece + 1] - variance[piece]) / (logMoneyness[piece + 1] - logMoneyness[piece]);
    }

    private double wingSlope(int end) {
        if (wings == SmileWings.FLAT || variance.length == 1) {
            return 0;
        }
        return end == 0 ? Math.max(-STEEPEST, Math.min(inner(0), 0)) : Math.min(STEEPEST, Math.max(inner(end - 1), 0));
    }
}
