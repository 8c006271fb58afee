/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.desk.whatif;

import io.ballast.risk.scenario.Shock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shocks as they stand in an address: {@code ETH:-20%,BTC:-10%,vol:+15%;coins:-50%}. A semicolon parts shocks, a comma what happens
 * at once. {@code coins} are all that are no dollars; {@code vol} is added to every volatility.
 */
public final class ShockWords {
    private static final int MOST = 50;
    private static final String COINS = "coins";
    private static final String VOLATILITY = "vol";

    private ShockWords() {}

    /**
     * In their order; those of an empty text are none.
     *
     * @param assets  that there are, a subset of which are coins
     * @throws WhatIfException if one makes no sense, or there are too many
     */
    public static List<Shock> parse(String text, Collection<String> assets, Collection<String> coins) {
        List<String> shocks = Words.list(text, "shocks", MOST);
        return shocks.stream().map(shock -> shock(shock, assets, coins)).toList();
    }

    private static Shock shock(String text, Collection<String> assets, Collection<String> coins) {
        Map<String, Double> factors = new TreeMap<>();
        double volatility = 0;
        for (String part : text.split(",")) {
            String[] words = part.strip().split(":");
            if (words.length != 2) {
                throw new WhatIfException("shock " + part + " is not of the form asset:+10%");
            }
            double change = Words.percent(words[1], part);
            String name = words[0].strip();
            if (name.equals(VOLATILITY)) {
                volatility = change;
            } else {
                moved(name, assets, coins).forEach(asset -> factors.put(asset, factor(change, part)));
            }
        }
        return new Shock(text, factors, volatility);
    }

    private static Collection<String> moved(String name, Collection<String> assets, Collection<String> coins) {
        if (name.equals(COINS)) {
            return coins;
        }
        if (!assets.contains(name)) {
            throw new WhatIfException("nothing here is in " + name + "; there are " + assets);
        }
        return Arrays.asList(name);
    }

    private static double factor(double change, String part) {
        if (!(change > -1 && change <= 100)) {
            throw new WhatIfException("shock " + part + " is not above -100 % and at most +10,000 %");
        }
        return 1 + change;
    }
}
