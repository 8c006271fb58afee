/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.AccountKey;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.LiquidationDistance;
import io.ballast.risk.hedge.MarginAccount;
import io.ballast.risk.hedge.MarginFigures;
import io.ballast.risk.hedge.Marks;
import io.ballast.risk.hedge.Perpetual;
import io.ballast.schema.LiquidationState;
import io.ballast.schema.MarginState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How near hedge accounts are to liquidation, where enough is known. */
final class Margins {

    private Margins() {}

    /** Accounts with open perpetuals, by portfolio, venue and asset. */
    static List<MarginState> of(Collection<PortfolioBook> books, Marks marks) {
        List<MarginState> states = new ArrayList<>();
        for (PortfolioBook book : books) {
            accounts(book).forEach((account, legs) -> MarginAccount.of(account, book.hedges(), marks)
                    .ifPresent(margin -> states.add(state(book, margin, legs, marks))));
        }
        return states;
    }

    /** Open perpetuals by account. */
    private static SortedMap<AccountKey, List<HedgeLeg>> accounts(PortfolioBook book) {
        SortedMap<AccountKey, List<HedgeLeg>> accounts = new TreeMap<>();
        for (HedgeLeg leg : book.hedges().openLegs()) {
            if (leg.instrument() instanceof Perpetual perpetual) {
                AccountKey account = new AccountKey(
                        perpetual.key().venue(), perpetual.terms().settlement());
                accounts.computeIfAbsent(account, absent -> new ArrayList<>()).add(leg);
            }
        }
        return accounts;
    }

    private static MarginState state(PortfolioBook book, MarginAccount margin, List<HedgeLeg> legs, Marks marks) {
        MarginFigures figures = margin.figures();
        return MarginState.newBuilder()
                .setPortfolio(book.path().path())
                .setVenue(figures.account().venue())
                .setAsset(figures.account().asset())
                .setEquity(figures.equity())
                .setInitial(figures.initial())
                .setMaintenance(figures.maintenance())
                .setMaintenanceUse(figures.maintenanceUse())
                .setDistances(distances(margin, legs, marks))
                .build();
    }

    private static List<LiquidationState> distances(MarginAccount margin, List<HedgeLeg> legs, Marks marks) {
        SortedMap<String, LiquidationState> byBase = new TreeMap<>();
        for (HedgeLeg leg : legs) {
            String base = leg.instrument().terms().base();
            double mark = marks.of(leg.instrument().key()).doubleValue();
            byBase.computeIfAbsent(base, absent -> state(margin.distance(base, mark)));
        }
        return List.copyOf(byBase.values());
    }

    private static LiquidationState state(LiquidationDistance distance) {
        return new LiquidationState(distance.base(), distance.price(), distance.below(), distance.above());
    }
}
