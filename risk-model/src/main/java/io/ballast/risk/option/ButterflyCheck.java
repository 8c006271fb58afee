/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks for butterfly arbitrage among the quoted strikes of one expiry: call prices must be convex in the strike, fall with it, and
 * fall by no more than the strike rises. Otherwise a portfolio of three options that can only pay has a negative price.
 *
 * <p>It is a statement on middles: whether it can be traded depends on bid and ask. Source: Carr and Madan, "A note on
 * sufficient conditions for no arbitrage" (2005).
 */
public final class ButterflyCheck {

    private ButterflyCheck() {}

    /**
     * Three strikes whose butterfly has a negative price. The lowest may be 0, where the call is the forward.
     *
     * @param lowStrike  bought
     * @param strike  sold
     * @param highStrike  bought; infinite where the last two call prices rise
     * @param price  of the butterfly that pays at most 1 unit of currency for each unit between lowStrike and strike; negative
     */
    public record Violation(double lowStrike, double strike, double highStrike, double price) {}

    /**
     * @param tolerance  price that a butterfly must be below by, not negative
     */
    public static List<Violation> violations(Smile smile, double tolerance) {
        double[] strikes = withZero(smile.strikes());
        double[] calls = new double[strikes.length];
        for (int i = 0; i < strikes.length; i++) {
            calls[i] = strikes[i] == 0
                    ? smile.forward()
                    : smile.option(OptionKind.CALL, strikes[i]).price();
        }
        List<Violation> found = new ArrayList<>();
        for (int i = 1; i < strikes.length; i++) {
            boolean last = i == strikes.length - 1;
            double before = (calls[i - 1] - calls[i]) / (strikes[i] - strikes[i - 1]);
            double after = last ? 0 : (calls[i] - calls[i + 1]) / (strikes[i + 1] - strikes[i]);
            double price = (before - after) * (strikes[i] - strikes[i - 1]);
            if (price < -tolerance) {
                found.add(new Violation(
                        strikes[i - 1], strikes[i], last ? Double.POSITIVE_INFINITY : strikes[i + 1], price));
            }
        }
        return found;
    }

    private static double[] withZero(double[] strikes) {
        double[] all = new double[strikes.length + 1];
        System.arraycopy(strikes, 0, all, 1, strikes.length);
        return all;
    }
}
