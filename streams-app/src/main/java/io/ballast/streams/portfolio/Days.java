/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.Attribution;
import io.ballast.schema.DayAttribution;
import io.ballast.streams.state.DayLedger;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Results by day of several portfolios together.
 *
 * @param numeraire  what they are told in
 * @param theta  of the hedge's target, see {@link DayCarry#tell}; null: not known
 * @param byDay  by days since 1970
 */
record Days(String numeraire, Double theta, NavigableMap<Long, DayLedger.Day> byDay) {

    /** The sum of ledgers, in every digit. */
    static Days of(String numeraire, Double theta, Collection<DayLedger> ledgers) {
        NavigableMap<Long, DayLedger.Day> sums = new TreeMap<>();
        for (DayLedger ledger : ledgers) {
            ledger.days().forEach((day, of) -> sums.merge(day, of, DayLedger.Day::and));
        }
        while (sums.size() > DayLedger.DAYS) {
            sums.pollFirstEntry();
        }
        return new Days(numeraire, theta, sums);
    }

    boolean areComplete() {
        return byDay.values().stream().allMatch(DayLedger.Day::complete);
    }

    List<DayAttribution> records() {
        return byDay.entrySet().stream()
                .map(entry -> record(entry.getKey(), entry.getValue()))
                .toList();
    }

    private DayAttribution record(long day, DayLedger.Day of) {
        Attribution terms = of.terms();
        DayAttribution record = DayAttribution.newBuilder()
                .setDayStart(Attributor.start(day))
                .setPrice(terms.price().toDouble())
                .setIl(terms.il().toDouble())
                .setFees(terms.fees().toDouble())
                .setHedge(terms.hedge().toDouble())
                .setFunding(terms.funding().toDouble())
                .setPremium(terms.premium().toDouble())
                .setCosts(terms.costs().toDouble())
                .setTotal(terms.total().toDouble())
                .setLvr(terms.lvr().toDouble())
                .setComplete(of.complete())
                .build();
        DayCarry.tell(record, of, theta);
        return record;
    }
}
