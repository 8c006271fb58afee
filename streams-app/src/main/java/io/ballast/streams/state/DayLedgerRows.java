/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.state;

import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.portfolio.AccountPrices;
import io.ballast.risk.portfolio.AccountsWorth;
import io.ballast.risk.portfolio.Attribution;
import io.ballast.risk.portfolio.PartWorth;
import io.ballast.risk.portfolio.TokenPrices;
import io.ballast.risk.sum.ExactSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Stored form of ledgers. */
final class DayLedgerRows {

    private final SingleObject<DayLedgerRow> rows = new SingleObject<>(DayLedgerRow.getClassSchema());

    byte[] encode(DayLedger ledger) {
        List<DayRow> days = new ArrayList<>();
        ledger.days().forEach((day, of) -> days.add(day(day, of)));
        List<PartWorthRow> parts = new ArrayList<>();
        ledger.parts().forEach((pool, worth) -> parts.add(part(pool, worth)));
        List<MarkRow> marks = new ArrayList<>();
        List<AssetPriceRow> assets = new ArrayList<>();
        if (ledger.prices() != null) {
            new TreeMap<>(ledger.prices().marks())
                    .forEach((key, price) -> marks.add(new MarkRow(key.venue(), key.id(), price.toString())));
            new TreeMap<>(ledger.prices().assets())
                    .forEach((asset, price) -> assets.add(new AssetPriceRow(asset, price.toString())));
        }
        DayLedger.Held held = ledger.held();
        return rows.encode(new DayLedgerRow(
                ledger.numeraire(),
                days,
                parts,
                ledger.prices() != null,
                marks,
                assets,
                held.atSecond(),
                held.value(),
                held.gammaCash()));
    }

    /**
     * @param accounts  as the hedge book has them: they were counted whenever they changed
     * @param none  an empty book's
     */
    DayLedger decode(byte[] stored, AccountsWorth accounts, AccountsWorth none) {
        DayLedgerRow row = rows.decode(stored);
        SortedMap<Long, DayLedger.Day> days = new TreeMap<>();
        row.getDays().forEach(day -> days.put(day.getDay(), day(day)));
        SortedMap<String, PartWorth> parts = new TreeMap<>();
        row.getParts().forEach(part -> parts.put(part.getPoolId(), part(part)));
        AccountPrices prices = row.getPriced() ? prices(row) : null;
        DayLedger.Held held = new DayLedger.Held(row.getAtSecond(), row.getValue(), row.getGamma());
        return new DayLedger(row.getNumeraire(), days, parts, prices == null ? none : accounts, prices, held);
    }

    private static AccountPrices prices(DayLedgerRow row) {
        Map<InstrumentKey, BigDecimal> marks = new HashMap<>();
        row.getMarks()
                .forEach(mark -> marks.put(
                        new InstrumentKey(mark.getVenue(), mark.getSymbol()), new BigDecimal(mark.getPrice())));
        Map<String, BigDecimal> assets = new HashMap<>();
        row.getAssets().forEach(asset -> assets.put(asset.getAsset(), new BigDecimal(asset.getPrice())));
        return new AccountPrices(marks, assets);
    }

    private static DayRow day(long day, DayLedger.Day of) {
        Attribution terms = of.terms();
        return new DayRow(
                day,
                terms.price().toString(),
                terms.il().toString(),
                terms.fees().toString(),
                terms.hedge().toString(),
                terms.funding().toString(),
                terms.premium().toString(),
                terms.costs().toString(),
                terms.lvr().toString(),
                of.complete(),
                of.exposure().valueSeconds(),
                of.exposure().gammaSeconds(),
                of.exposure().seconds(),
                hours(of));
    }

    private static List<HourRow> hours(DayLedger.Day day) {
        List<HourRow> rows = new ArrayList<>();
        day.hours().forEach((hour, of) -> rows.add(new HourRow(hour, of.price(), of.il(), of.hedge())));
        return rows;
    }

    private static DayLedger.Day day(DayRow row) {
        return new DayLedger.Day(
                new Attribution(
                        sum(row.getPrice()),
                        sum(row.getIl()),
                        sum(row.getFees()),
                        sum(row.getHedge()),
                        sum(row.getFunding()),
                        sum(row.getPremium()),
                        sum(row.getCosts()),
                        sum(row.getLvr())),
                row.getComplete(),
                new DayExposure(row.getValueSeconds(), row.getGammaSeconds(), row.getSeconds()),
                hours(row));
    }

    private static SortedMap<Integer, HourTerms> hours(DayRow row) {
        SortedMap<Integer, HourTerms> hours = new TreeMap<>();
        row.getHours()
                .forEach(hour ->
                        hours.put(hour.getHour(), new HourTerms(hour.getPrice(), hour.getIl(), hour.getHedge())));
        return hours;
    }

    private static PartWorthRow part(String pool, PartWorth worth) {
        return new PartWorthRow(
                pool,
                worth.prices().price0(),
                worth.prices().price1(),
                worth.hodl0(),
                worth.hodl1(),
                worth.il(),
                worth.fees(),
                worth.lvr());
    }

    private static PartWorth part(PartWorthRow row) {
        return new PartWorth(
                new TokenPrices(row.getPrice0(), row.getPrice1()),
                row.getHodl0(),
                row.getHodl1(),
                row.getIl(),
                row.getFees(),
                row.getLvr());
    }

    private static ExactSum sum(String text) {
        return ExactSum.ZERO.plus(new BigDecimal(text));
    }
}
