/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.InstrumentKey;
import io.ballast.risk.portfolio.AccountPrices;
import io.ballast.risk.portfolio.AccountsWorth;
import io.ballast.risk.portfolio.PartWorth;
import io.ballast.risk.portfolio.TokenPrices;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PortfolioPart;
import io.ballast.streams.state.DayLedger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Carries a portfolio's ledger from one known state to the next. */
final class Attributor {

    private static final long SECONDS_A_DAY = 86_400;
    private static final double PERCENT = 100;

    private final Listings listings;

    Attributor(Listings listings) {
        this.listings = listings;
    }

    /**
     * Everything is counted at present prices.
     *
     * @param prices  for the parts of this portfolio alone
     */
    void step(PortfolioBook book, DayLedger ledger, AssetPrices prices, Instant time) {
        if (!ledger.numeraire().equals(prices.conventions().numeraire())) {
            ledger.restart(prices.conventions().numeraire(), PortfolioBook.NO_ACCOUNTS);
        }
        ledger.advance(time);
        for (NamedPart part : prices.parts()) {
            String poolId = part.record().getPoolId();
            if (part.record().getTotals().getPositions() == 0) {
                ledger.forget(poolId);
            } else {
                ledger.part(poolId, worth(part, prices));
            }
        }
        hold(ledger, prices);
        if (book.hasHedges()) {
            AccountsWorth accounts = AccountsWorth.of(book.hedges());
            ledger.accounts(accounts, prices(book, assets(accounts, ledger), prices));
        }
    }

    /** For averages, so rounded. What cannot be priced now leaves it as it was; the day is not complete then. */
    private static void hold(DayLedger ledger, AssetPrices prices) {
        double value = 0;
        double gammaCash = 0;
        for (NamedPart part : prices.parts()) {
            BookTotals totals = part.record().getTotals();
            if (totals.getPositions() > 0) {
                Double price1 = prices.of(part.asset1());
                if (price1 == null || !LevelPools.isMeasured(part.record())) {
                    return;
                }
                double price = part.record().getPrice();
                value += totals.getValue() * price1;
                gammaCash += Math.abs(totals.getGamma()) * price * price / PERCENT * price1;
            }
        }
        ledger.hold(value, gammaCash);
    }

    /** Midnight UTC at which a day began. */
    static Instant start(long day) {
        return Instant.ofEpochSecond(day * SECONDS_A_DAY);
    }

    /** Null: a figure or price is missing. */
    private static PartWorth worth(NamedPart named, AssetPrices prices) {
        PortfolioPart part = named.record();
        BookTotals totals = part.getTotals();
        Double price1 = prices.of(named.asset1());
        if (price1 == null || !LevelPools.isMeasured(part)) {
            return null;
        }
        return new PartWorth(
                new TokenPrices(part.getPrice() * price1, price1),
                totals.getHodl0(),
                totals.getHodl1(),
                totals.getIl(),
                totals.getFeesValue() == null ? 0 : totals.getFeesValue(),
                totals.getLvr() == null ? 0 : totals.getLvr());
    }

    private static Set<String> assets(AccountsWorth accounts, DayLedger ledger) {
        Set<String> assets = new TreeSet<>(accounts.assets());
        assets.addAll(ledger.assets());
        return assets;
    }

    /** Null: an asset has no price. */
    private AccountPrices prices(PortfolioBook book, Set<String> names, AssetPrices prices) {
        Map<String, BigDecimal> assets = new HashMap<>();
        for (String name : names) {
            Double price = prices.of(prices.conventions().asset(name));
            if (price == null) {
                return null;
            }
            assets.put(name, BigDecimal.valueOf(price));
        }
        Map<InstrumentKey, BigDecimal> marks = new HashMap<>();
        for (HedgeLeg leg : book.hedges().legs().values()) {
            BigDecimal mark = listings.marks().of(leg.instrument().key());
            if (mark != null) {
                marks.put(leg.instrument().key(), mark);
            }
        }
        return new AccountPrices(marks, assets);
    }
}
