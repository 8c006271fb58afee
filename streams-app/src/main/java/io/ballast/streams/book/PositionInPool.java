/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.book;

import io.ballast.risk.book.HumanUnits;
import io.ballast.risk.book.PoolBook;
import io.ballast.risk.book.PoolFigures;
import io.ballast.risk.book.PositionFigures;
import io.ballast.risk.book.RangeState;
import io.ballast.risk.depth.PoolDepth;
import io.ballast.schema.ExitCost;
import io.ballast.schema.PositionRisk;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** Writes how large a position is beside its pool, and what it costs to leave it. */
final class PositionInPool {

    private final PoolBook book;
    private final List<Double> exitParts;

    /** @param exitParts  parts of a position that exit costs are told for, smallest first */
    PositionInPool(PoolBook book, List<Double> exitParts) {
        this.book = book;
        this.exitParts = exitParts;
    }

    void write(PositionRisk risk, PositionFigures figures) {
        risk.setPoolShare(share(figures));
        boolean measurable = figures.measures() != null
                && figures.principal() != null
                && figures.liquidity().signum() > 0;
        risk.setExitCosts(
                measurable
                        ? exitParts.stream()
                                .map(part -> exit(figures, part))
                                .filter(Objects::nonNull)
                                .toList()
                        : List.of());
    }

    /** Null: not known. */
    private Double share(PositionFigures figures) {
        PoolFigures pool = book.pool();
        if (pool.price() == null) {
            return null;
        }
        return pool.share(figures.rangeState() == RangeState.IN_RANGE ? figures.liquidity() : BigInteger.ZERO);
    }

    /** Null: the pool's liquidity is not all known, or what a swap costs. */
    private ExitCost exit(PositionFigures figures, double part) {
        PoolDepth rest = book.depthWithout(figures, part);
        Double fee = book.parameters().swapFee();
        if (rest == null || fee == null) {
            return null;
        }
        double withdrawn0 = part * figures.principal().amount0().doubleValue();
        double withdrawn1 = part * figures.principal().amount1().doubleValue();
        HumanUnits units = HumanUnits.of(book.terms());
        ExitCost exit = new ExitCost();
        exit.setPart(part);
        io.ballast.risk.depth.ExitCost into1 =
                io.ballast.risk.depth.ExitCost.intoToken1(withdrawn0, withdrawn1, rest, fee);
        if (into1 != null) {
            exit.setToToken1(units.amount1(into1.cost()));
            exit.setToToken1Fraction(into1.fraction());
        }
        io.ballast.risk.depth.ExitCost into0 =
                io.ballast.risk.depth.ExitCost.intoToken0(withdrawn0, withdrawn1, rest, fee);
        if (into0 != null) {
            exit.setToToken0(units.amount1(into0.cost()));
            exit.setToToken0Fraction(into0.fraction());
        }
        return exit;
    }
}
