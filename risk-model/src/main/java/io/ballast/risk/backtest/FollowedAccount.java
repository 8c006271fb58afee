/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.backtest;

import io.ballast.risk.hedge.Fill;
import io.ballast.risk.hedge.FundingRate;
import io.ballast.risk.hedge.HedgeBook;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.hedge.LegEvent;
import io.ballast.risk.hedge.Perpetual;
import io.ballast.risk.hedge.advice.VenueTrade;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.portfolio.AttributedAccounts;
import io.ballast.risk.portfolio.Attribution;
import io.ballast.risk.portfolio.HedgeAttribution;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The follower's hedge account: its trades and funding booked as those of a real one. It starts empty and on credit. Mutable and
 * single-threaded.
 */
final class FollowedAccount {

    private final FollowerRule rule;
    private final Map<InstrumentKey, FollowedVenue> venues = new LinkedHashMap<>();
    private final HedgeBook book = new HedgeBook(new Journal());
    private final HedgeAttribution attribution;
    private double spread;
    private long events;

    FollowedAccount(FollowerRule rule, double price) {
        this.rule = rule;
        for (FollowedVenue venue : rule.venues()) {
            venues.put(venue.instrument().key(), venue);
            book.list(venue.instrument());
        }
        this.attribution = new HedgeAttribution(AttributedAccounts.of(book, marks(price), prices(price)));
    }

    void reprice(double price) {
        attribution.reprice(marks(price), prices(price));
    }

    void trade(VenueTrade trade, long timeMicros, double price) {
        FollowedVenue venue = venues.get(trade.instrument());
        BigDecimal fillPrice = venue.fillPrice(price, trade.coins() > 0);
        double fee = Math.abs(trade.coins()) * fillPrice.doubleValue() * venue.takerFee();
        spread += Math.abs(trade.coins()) * price * venue.halfSpread();
        apply(new Fill(
                id("trade"),
                timeMicros,
                trade.instrument(),
                trade.contracts(),
                fillPrice,
                BigDecimal.valueOf(fee),
                rule.money()));
    }

    /** One interval of funding on what is held. */
    void fund(long timeMicros, double price) {
        for (FollowedVenue venue : rule.venues()) {
            if (venue.instrument() instanceof Perpetual && held(venue) != 0) {
                apply(new FundingRate(
                        id("funding"),
                        timeMicros,
                        venue.instrument().key(),
                        rule.fundingRate(),
                        rule.fundingInterval(),
                        BigDecimal.valueOf(price)));
            }
        }
    }

    double held() {
        return rule.venues().stream().mapToDouble(this::held).sum();
    }

    double held(FollowedVenue venue) {
        HedgeLeg leg = book.legs().get(venue.instrument().key());
        return leg == null ? 0 : venue.coins(leg.contracts());
    }

    Attribution attribution() {
        return attribution.attribution();
    }

    /** Half spreads paid so far, in money; not negative. They are a part of the hedge term. */
    double spread() {
        return spread;
    }

    private void apply(LegEvent event) {
        book.apply(event);
        attribution.apply(event, venues.get(event.instrument()).instrument());
    }

    /** Events of one moment are sorted by id: funding is on what was held before the trade. */
    private String id(String kind) {
        events++;
        return kind + '-' + events;
    }

    private Map<InstrumentKey, BigDecimal> marks(double price) {
        Map<InstrumentKey, BigDecimal> marks = new HashMap<>();
        venues.keySet().forEach(key -> marks.put(key, BigDecimal.valueOf(price)));
        return marks;
    }

    private Map<String, BigDecimal> prices(double price) {
        return Map.of(rule.asset(), BigDecimal.valueOf(price), rule.money(), BigDecimal.ONE);
    }
}
