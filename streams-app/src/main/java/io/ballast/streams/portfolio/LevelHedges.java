/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.hedge.AccountKey;
import io.ballast.risk.hedge.HedgeCash;
import io.ballast.risk.hedge.HedgeDelta;
import io.ballast.risk.hedge.HedgeLeg;
import io.ballast.risk.hedge.Marks;
import io.ballast.risk.portfolio.HedgeHolding;
import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.HedgeLegState;
import io.ballast.streams.option.SurfaceBoard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The hedges' side of a portfolio with all below it, at one moment. */
final class LevelHedges {

    private final Collection<PortfolioBook> books;
    private final AssetPrices prices;
    private final Marks marks;
    private final LevelOptions options;

    LevelHedges(Collection<PortfolioBook> books, AssetPrices prices, Marks marks, SurfaceBoard surfaces) {
        this.books = books;
        this.prices = prices;
        this.marks = marks;
        options = new LevelOptions(books, prices, surfaces);
    }

    /** Units of each asset by venue; options stand in it as far as their delta is known. */
    List<HedgeHolding> holdings() {
        List<HedgeHolding> holdings = new ArrayList<>();
        for (PortfolioBook book : books) {
            HedgeDelta.byVenue(book.hedges())
                    .forEach((account, units) -> holdings.add(new HedgeHolding(
                            book.path(), account.venue(), asset(account.asset()), units.doubleValue(), 0)));
        }
        holdings.addAll(options.holdings());
        return holdings;
    }

    LevelOptions options() {
        return options;
    }

    /** Result of what was closed; null: a price is missing. */
    Double realised() {
        return sum(HedgeLeg::realised);
    }

    /** Result of what is open; null: a mark or price is missing. */
    Double unrealised() {
        return sum(this::unrealised);
    }

    /** Funding received; null: a price is missing. */
    Double funding() {
        return sum(HedgeLeg::funding);
    }

    /** Trading fees, negative was paid; null: a price is missing. */
    Double costs() {
        ExactSum sum = ExactSum.ZERO;
        for (PortfolioBook book : books) {
            for (HedgeLeg leg : book.hedges().legs().values()) {
                for (Map.Entry<String, BigDecimal> fee : leg.fees().entrySet()) {
                    BigDecimal worth = money(fee.getKey(), fee.getValue().negate());
                    if (worth == null) {
                        return null;
                    }
                    sum = sum.plus(worth);
                }
            }
        }
        return sum.toDouble();
    }

    /** Cash and what is open; null: a mark or price is missing. */
    Double equity() {
        ExactSum sum = ExactSum.ZERO;
        for (PortfolioBook book : books) {
            for (Map.Entry<AccountKey, BigDecimal> cash :
                    HedgeCash.of(book.hedges()).entrySet()) {
                BigDecimal worth = money(cash.getKey().asset(), cash.getValue());
                if (worth == null) {
                    return null;
                }
                sum = sum.plus(worth);
            }
        }
        Double open = sum(leg -> leg.isOpen() ? worth(leg) : BigDecimal.ZERO);
        return open == null ? null : Double.valueOf(sum.plus(open).toDouble());
    }

    /** Open legs, by portfolio and instrument. */
    List<HedgeLegState> legs(long timeMicros) {
        List<HedgeLegState> states = new ArrayList<>();
        for (PortfolioBook book : books) {
            book.hedges().openLegs().forEach(leg -> states.add(state(book, leg, timeMicros)));
        }
        return states;
    }

    boolean hasExpired(long timeMicros) {
        return anyLeg(leg -> leg.isExpired(timeMicros));
    }

    boolean hasIgnoredFill() {
        return anyLeg(leg -> leg.ignoredFills() > 0);
    }

    boolean lacksMark() {
        return anyLeg(leg -> leg.isOpen() && marks.of(leg.instrument().key()) == null);
    }

    private boolean anyLeg(Predicate<HedgeLeg> test) {
        return books.stream()
                .anyMatch(book -> book.hedges().legs().values().stream().anyMatch(test));
    }

    private HedgeLegState state(PortfolioBook book, HedgeLeg leg, long timeMicros) {
        BigDecimal mark = marks.of(leg.instrument().key());
        BigDecimal unrealised = unrealised(leg);
        return HedgeLegState.newBuilder()
                .setPortfolio(book.path().path())
                .setInstrumentId(leg.instrument().key().toString())
                .setContracts(leg.contracts().stripTrailingZeros().toPlainString())
                .setAveragePrice(leg.averagePrice().doubleValue())
                .setMark(mark == null ? null : Double.valueOf(mark.doubleValue()))
                .setSettlement(leg.instrument().terms().settlement())
                .setRealised(leg.realised().doubleValue())
                .setUnrealised(unrealised == null ? null : Double.valueOf(unrealised.doubleValue()))
                .setFunding(leg.funding().doubleValue())
                .setExpired(leg.isExpired(timeMicros))
                .build();
    }

    private BigDecimal unrealised(HedgeLeg leg) {
        if (!leg.isOpen()) {
            return BigDecimal.ZERO;
        }
        BigDecimal mark = marks.of(leg.instrument().key());
        return mark == null ? null : leg.unrealised(mark);
    }

    private BigDecimal worth(HedgeLeg leg) {
        BigDecimal mark = marks.of(leg.instrument().key());
        return mark == null ? null : leg.worth(mark);
    }

    /** Sum of money in the settlement asset of each leg; null where one is not known. */
    private Double sum(Function<HedgeLeg, BigDecimal> amount) {
        ExactSum sum = ExactSum.ZERO;
        for (PortfolioBook book : books) {
            for (HedgeLeg leg : book.hedges().legs().values()) {
                BigDecimal found = amount.apply(leg);
                BigDecimal worth =
                        found == null ? null : money(leg.instrument().terms().settlement(), found);
                if (worth == null) {
                    return null;
                }
                sum = sum.plus(worth);
            }
        }
        return sum.toDouble();
    }

    private BigDecimal money(String name, BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Double price = prices.of(asset(name));
        return price == null ? null : amount.multiply(BigDecimal.valueOf(price));
    }

    private String asset(String name) {
        return prices.conventions().asset(name);
    }
}
