/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import java.util.stream.Collectors;

/** Says an advice in words, with the figures that it rests on. */
public final class HedgeSentence {

    private HedgeSentence() {}

    public static String of(HedgeAdvice advice) {
        if (advice.isInBand()) {
            return "Leave " + advice.need().asset() + " as it is: " + position(advice) + " is inside " + band(advice)
                    + ".";
        }
        String outside = position(advice) + " is outside " + band(advice);
        if (advice.trades().isEmpty()) {
            return "Nothing can be traded: no venue has room for " + Figure.of(advice.wanted()) + " "
                    + advice.need().asset() + " in whole lots above its minimum, though " + outside + ".";
        }
        return trade(advice) + ": " + outside + "." + shortfall(advice);
    }

    private static String trade(HedgeAdvice advice) {
        String legs = advice.trades().stream()
                .map(leg -> Figure.plain(leg.contracts()) + " contracts on " + leg.instrument())
                .collect(Collectors.joining(", "));
        return (advice.traded() > 0 ? "Buy " : "Sell ") + Figure.of(Math.abs(advice.traded())) + " "
                + advice.need().asset() + " (" + legs + ") for about " + Figure.of(advice.cost()) + " in costs";
    }

    private static String position(HedgeAdvice advice) {
        String basket = advice.rule().theta() == 0
                ? ""
                : " and " + Figure.of(advice.need().hodl()) + " in the baskets held against";
        return "the " + advice.rule().title() + " target is " + Figure.of(advice.target()) + " for "
                + Figure.of(advice.need().inPools()) + " in pools" + basket + ", "
                + Figure.of(advice.need().held()) + " is held, and the gap of " + Figure.of(advice.gap());
    }

    private static String band(HedgeAdvice advice) {
        HedgeNeed need = advice.need();
        boolean isFloored = advice.band() > advice.bandRule().halfWidth(need.gamma(), need.price());
        return "the no-trade band of ±" + Figure.of(advice.band()) + " ("
                + (isFloored ? "the smallest lot; " : "")
                + advice.bandRule().origin(need.gamma(), need.price()) + ")";
    }

    private static String shortfall(HedgeAdvice advice) {
        return advice.isShort()
                ? " Venues have no room for the rest: " + Figure.of(advice.residual()) + " stays open."
                : "";
    }
}
