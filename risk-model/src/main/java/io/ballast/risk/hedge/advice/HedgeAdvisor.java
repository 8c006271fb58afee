/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge.advice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Advises one trade to the nearest edge of the no-trade band, over the cheapest venues first.
 *
 * <p>The band is never narrower than the smallest lot, for gamma is 0 outside all ranges. Trades are whole lots, rounded up so
 * that one trade is enough; a lot wider than the whole band is rounded to the nearest, and a finer venue does the rest.
 * Source: formula sheet 6.1 and 6.2.
 */
public final class HedgeAdvisor {

    /** Less of a lot than this is rounding of the division. */
    private static final double DUST = 1e-9;

    private final HedgeTarget rule;
    private final NoTradeBand band;
    private final List<HedgeVenue> venues;

    /** @param venues  at least one */
    public HedgeAdvisor(HedgeTarget rule, NoTradeBand band, List<HedgeVenue> venues) {
        if (venues.isEmpty()) {
            throw new IllegalArgumentException("no venue is allowed to hedge on");
        }
        this.rule = rule;
        this.band = band;
        this.venues = venues.stream()
                .sorted(Comparator.comparingDouble(HedgeVenue::costRate).thenComparing(HedgeVenue::instrument))
                .toList();
    }

    public HedgeAdvice advise(HedgeNeed need) {
        double target = rule.coins(need.inPools(), need.hodl());
        double gap = target - need.held();
        double half = Math.max(band.halfWidth(need.gamma(), need.price()), smallestLot());
        double wanted = Math.abs(gap) <= half ? 0 : gap - Math.copySign(half, gap);
        return new HedgeAdvice(need, rule, band, target, gap, half, wanted, trades(wanted, half, need.price()));
    }

    private double smallestLot() {
        return venues.stream().mapToDouble(HedgeVenue::lotCoins).min().orElseThrow();
    }

    private List<VenueTrade> trades(double wanted, double half, double price) {
        List<VenueTrade> trades = new ArrayList<>();
        double left = wanted;
        for (HedgeVenue venue : venues) {
            if (left * wanted <= 0) {
                break;
            }
            BigDecimal contracts = contracts(venue, left, half);
            if (contracts.signum() != 0 && contracts.abs().compareTo(venue.minimum()) >= 0) {
                double coins = venue.coins(contracts);
                trades.add(new VenueTrade(
                        venue.instrument(), contracts, coins, Math.abs(coins) * price * venue.costRate()));
                left -= coins;
            }
        }
        return trades;
    }

    private static BigDecimal contracts(HedgeVenue venue, double trade, double half) {
        double lots = Math.abs(trade) / venue.lotCoins();
        double rounded = venue.lotCoins() > 2 * half ? Math.rint(lots) : Math.ceil(lots - DUST);
        double most = Math.floor(venue.room(trade) / venue.lotCoins() + DUST);
        return new BigDecimal(Math.min(rounded, most))
                .setScale(0, RoundingMode.UNNECESSARY)
                .multiply(venue.lot())
                .multiply(BigDecimal.valueOf((long) Math.signum(trade)));
    }
}
