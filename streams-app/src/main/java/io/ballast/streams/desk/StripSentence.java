/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.hedge.strip.Coverage;
import io.ballast.risk.hedge.strip.HeldOptions;
import io.ballast.risk.hedge.strip.StripHedge;
import io.ballast.risk.hedge.strip.StripLeg;
import io.ballast.risk.hedge.strip.StripPortfolio;
import io.ballast.risk.hedge.strip.StripReason.Code;
import io.ballast.schema.OptionSurface;
import java.util.Locale;
import java.util.function.Predicate;

/** A strip in words. */
record StripSentence(StripHedge hedge, OptionSurface surface) {

    String text() {
        if (hedge.says(Code.NOTHING_TO_HEDGE)) {
            return "Nothing to cover: the pools lose nothing at any price.";
        }
        return what() + how() + left();
    }

    private String what() {
        HeldOptions held = hedge.portfolio().held();
        return held.isEmpty()
                ? trades()
                : trades()
                        + say(
                                "Options on %.4g %s are held and stay part of it. ",
                                coins(held), surface.getUnderlying());
    }

    private static double coins(HeldOptions held) {
        return held.options().stream().mapToDouble(one -> Math.abs(one.coins())).sum();
    }

    private String trades() {
        StripPortfolio strip = hedge.portfolio();
        boolean nothing = strip.legs().isEmpty() && !strip.held().isEmpty();
        StringBuilder text = new StringBuilder(
                nothing ? say("No option that expires %s to buy or sell", surface.getExpiry()) : options());
        double forward = strip.forwardCoins();
        text.append(forward == 0 ? "" : say(", hold %.4g %s forward", forward, surface.getUnderlying()));
        double cash = strip.cash();
        text.append(Math.abs(cash) < 0.005 ? "" : say(", set %.2f dollars aside", cash));
        return text.append(". ").toString();
    }

    private String options() {
        double bought = coins(leg -> leg.quantity() > 0);
        double sold = coins(leg -> leg.quantity() < 0);
        return say("Buy options on %.4g %s", bought, surface.getUnderlying())
                + (sold > 0 ? say(" and sell options on %.4g", sold) : "")
                + say(" that expire %s for %.2f dollars now", surface.getExpiry(), hedge.premiumNow());
    }

    private String how() {
        if (hedge.says(Code.BEST_FOR_PREMIUM)) {
            return "This is what the premium buys. ";
        }
        return hedge.says(Code.CHEAPEST_COVER)
                ? "Nothing cheaper pays at least the loss at every price. "
                : "Straight lines between strikes. ";
    }

    private String left() {
        Coverage coverage = hedge.coverage();
        if (!Double.isFinite(coverage.worstShortfall())) {
            return say("Above all strikes the loss grows without limit, by %.4g coins.", coverage.slopeShort());
        }
        return hedge.says(Code.NOT_COVERED)
                ? say(
                        "At worst %.2f dollars stay open, at a price of %.2f.",
                        coverage.worstShortfall(), coverage.worstShortfallPrice())
                : say("At worst it pays %.2f dollars too much.", coverage.worstExcess());
    }

    private double coins(Predicate<StripLeg> which) {
        return hedge.portfolio().legs().stream()
                .filter(which)
                .mapToDouble(leg -> Math.abs(leg.quantity()))
                .sum();
    }

    private static String say(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
