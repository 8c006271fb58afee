/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.PartFigures;
import io.ballast.risk.portfolio.PoolPart;
import io.ballast.risk.sum.ExactSum;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.QualityFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The pools' side of a portfolio with all below it, at one moment. */
final class LevelPools {

    private final List<NamedPart> held = new ArrayList<>();
    private final List<PoolPart> measured = new ArrayList<>();

    /** @param parts  of the portfolio and all below it */
    LevelPools(Collection<NamedPart> parts) {
        for (NamedPart part : parts) {
            if (part.record().getTotals().getPositions() > 0) {
                held.add(part);
                if (isMeasured(part.record())) {
                    measured.add(poolPart(part));
                }
            }
        }
    }

    /** Whether a part's figures are known; else it can be in no sum. */
    static boolean isMeasured(PortfolioPart part) {
        BookTotals totals = part.getTotals();
        return part.getPrice() != null
                && part.getPrice() > 0
                && totals.getValue() != null
                && totals.getHodl0() != null
                && totals.getHodl1() != null;
    }

    /** Parts that hold something. */
    List<NamedPart> held() {
        return held;
    }

    /** Those of them that can be summed. */
    List<PoolPart> measured() {
        return measured;
    }

    boolean areAllMeasured() {
        return measured.size() == held.size();
    }

    long positions() {
        return held.stream()
                .mapToLong(part -> part.record().getTotals().getPositions())
                .sum();
    }

    Set<QualityFlag> flags() {
        Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
        held.forEach(part -> flags.addAll(part.record().getFlags()));
        return flags;
    }

    /**
     * Sum of a figure that is in token1; null where one of them, or the price of a token1, is not known.
     *
     * @param figure  null: not known
     */
    Double sum(AssetPrices prices, Function<BookTotals, Double> figure) {
        ExactSum sum = ExactSum.ZERO;
        for (NamedPart part : held) {
            Double amount = figure.apply(part.record().getTotals());
            Double price1 = prices.of(part.asset1());
            if (amount == null || price1 == null) {
                return null;
            }
            sum = sum.plusProduct(amount, price1);
        }
        return sum.toDouble();
    }

    private static PoolPart poolPart(NamedPart named) {
        PortfolioPart part = named.record();
        return new PoolPart(
                named.path(),
                part.getPoolId(),
                part.getVenue() == null ? "unknown" : part.getVenue(),
                part.getChainId() == null ? "unknown" : part.getChainId().toString(),
                named.asset0(),
                named.asset1(),
                figures(part));
    }

    /** What is not told here counts as nothing in this sum; whoever publishes it asks {@link #sum} whether all tell it. */
    private static PartFigures figures(PortfolioPart part) {
        BookTotals totals = part.getTotals();
        return new PartFigures(
                totals.getValue(),
                0,
                0,
                totals.getHodlValue(),
                totals.getIl() + totals.getRealisedIl(),
                orNothing(totals.getFeesValue()),
                orNothing(totals.getLvr()),
                totals.getDelta0(),
                totals.getDelta1(),
                totals.getHodl0(),
                totals.getHodl1(),
                totals.getGamma(),
                part.getPrice(),
                java.util.Map.of());
    }

    private static double orNothing(Double figure) {
        return figure == null ? 0 : figure;
    }
}
