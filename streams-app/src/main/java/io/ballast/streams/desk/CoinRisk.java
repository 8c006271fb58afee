/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.risk.scenario.BookLeg;
import io.ballast.risk.scenario.LognormalPrice;
import io.ballast.risk.scenario.LognormalRisk;
import io.ballast.risk.scenario.Market;
import io.ballast.risk.scenario.OptionBookLeg;
import io.ballast.risk.scenario.QuadraticBook;
import io.ballast.risk.scenario.RevaluedRisk;
import io.ballast.risk.scenario.Shock;
import io.ballast.risk.scenario.TailRisk;
import io.ballast.schema.AssetRisk;
import io.ballast.schema.OptionSurface;
import io.ballast.schema.RiskMethod;
import java.util.List;
import java.util.Map;

/**
 * Value at risk of what a portfolio has in one coin, by the coin's price alone: exact where all of it is made of parabolas in the root of
 * the price, by full revaluation where something else is in it. Options are then as much older as the horizon is long.
 *
 * @param market  now
 * @param parabolas  pools, perpetuals, coins and dollars, by the coin's price
 * @param others  pools of another form
 * @param options  on the coin
 */
record CoinRisk(
        String coin, Market market, QuadraticBook parabolas, List<PoolLeg> others, List<OptionBookLeg> options) {

    private static final double DAYS_PER_YEAR = 365;

    /** Figures at two levels, and what they may be off by; null: rounding only. */
    private record Tails(TailRisk at95, TailRisk at99, Double error) {}

    /** @param surface  tells the coin's volatility */
    AssetRisk over(double horizonDays, OptionSurface surface) {
        double years = horizonDays / DAYS_PER_YEAR;
        double price = market.price(coin);
        LognormalPrice then = new LognormalPrice(price, surface.getAtmVolatility(), years);
        boolean exact = others.isEmpty() && options.isEmpty();
        double now = whole(price, options);
        Tails tails = exact ? exact(then, price) : revalued(then, now, years);
        return AssetRisk.newBuilder()
                .setAsset(coin)
                .setPrice(price)
                .setVolatility(surface.getAtmVolatility())
                .setVolatilityExpiry(surface.getExpiry())
                .setHorizonDays(horizonDays)
                .setValue(now)
                .setVar95(tails.at95.valueAtRisk())
                .setEs95(tails.at95.expectedShortfall())
                .setVar99(tails.at99.valueAtRisk())
                .setEs99(tails.at99.expectedShortfall())
                .setMethod(exact ? RiskMethod.EXACT : RiskMethod.REVALUED)
                .setError(tails.error)
                .build();
    }

    private Tails exact(LognormalPrice then, double price) {
        LognormalRisk risk = new LognormalRisk(parabolas.resultSince(price), then);
        return new Tails(risk.at(0.95), risk.at(0.99), null);
    }

    private Tails revalued(LognormalPrice then, double now, double years) {
        List<OptionBookLeg> older =
                options.stream().map(option -> option.after(years)).toList();
        RevaluedRisk risk = RevaluedRisk.of(at -> whole(at, older) - now, then);
        TailRisk at95 = risk.at(0.95);
        TailRisk at99 = risk.at(0.99);
        return new Tails(at95, at99, Math.max(risk.error(at95), risk.error(at99)));
    }

    /** Of all, with options as they are or are to be. */
    private double whole(double price, List<OptionBookLeg> aged) {
        if (others.isEmpty() && aged.isEmpty()) {
            return parabolas.value(price);
        }
        Market there = new Shock(coin, Map.of(coin, price / market.price(coin)), 0).applyTo(market);
        return parabolas.value(price) + worth(others, there) + worth(aged, there);
    }

    private static double worth(List<? extends BookLeg> legs, Market there) {
        return legs.stream().mapToDouble(leg -> leg.value(there)).sum();
    }
}
