/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import io.ballast.risk.option.OptionKind;
import io.ballast.risk.option.Smile;
import io.ballast.risk.option.SmileQuote;
import io.ballast.risk.option.SmileWings;
import io.ballast.risk.scenario.SmileOptionLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the published surfaces say of volatilities.
 *
 * @param surfaces  records of {@code option-surfaces}
 */
record Volatilities(List<JsonNode> surfaces) {

    /**
     * A volatility, and how much dearer the coin is for delivery at the expiry.
     *
     * @param forwardPerSpot  at the expiry of the surface
     * @param source  in words
     */
    record Quoted(double volatility, double forwardPerSpot, String source) {

        /** Options at this volatility. */
        SmileOptionLeg option(OptionKind kind, double strike, double coins, double years) {
            return new SmileOptionLeg(kind, strike, coins, volatility, years, forwardPerSpot);
        }
    }

    /** Of the surface with the nearest expiry; empty: none of the coin tells volatilities. */
    Optional<Quoted> at(String coin, double strike, Instant expiry) {
        return surfaces.stream()
                .filter(surface -> surface.path("underlying").asText().equals(coin))
                .filter(Volatilities::tells)
                .min(Comparator.comparing(surface -> distance(surface, expiry)))
                .map(surface -> quoted(surface, strike));
    }

    private static boolean tells(JsonNode surface) {
        return surface.path("forward").isNumber()
                && surface.path("index_price").isNumber()
                && surface.path("years_to_expiry").asDouble() > 0
                && !surface.path("smile").isEmpty();
    }

    private static Duration distance(JsonNode surface, Instant expiry) {
        return Duration.between(Instant.parse(surface.path("expiry").asText()), expiry)
                .abs();
    }

    private static Quoted quoted(JsonNode surface, double strike) {
        double forward = surface.path("forward").asDouble();
        List<SmileQuote> quotes = new ArrayList<>();
        surface.path("smile")
                .forEach(point -> quotes.add(SmileQuote.marked(
                        point.path("strike").asDouble(),
                        point.path("volatility").asDouble())));
        Smile smile = new Smile(forward, surface.path("years_to_expiry").asDouble(), quotes, SmileWings.FLAT);
        return new Quoted(
                smile.volatility(strike),
                forward / surface.path("index_price").asDouble(),
                "surface of " + surface.path("expiry").asText().substring(0, 10));
    }
}
