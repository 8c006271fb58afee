/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.PoolPart;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.QualityFlag;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The pools' side of a portfolio with all below it, at one moment. */
final class LevelPools {

    private final List<NamedPart> held = new ArrayList<>();
    private final List<NamedPart> measured = new ArrayList<>();
    private final List<NamedPart> closed = new ArrayList<>();

    /** @param parts  of the portfolio and all below it */
    LevelPools(Collection<NamedPart> parts) {
        for (NamedPart part : parts) {
            boolean isMeasured = isMeasured(part.record());
            if (part.record().getTotals().getPositions() > 0) {
                held.add(part);
                if (isMeasured) {
                    measured.add(part);
                }
            } else if (isMeasured) {
                closed.add(part);
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
    List<NamedPart> measured() {
        return measured;
    }

    /**
     * What is to be summed: those that hold something, and those that have closed, of which rolling losses are left.
     *
     * @param now  event time of the portfolio
     * @param finality  event time after which a block counts as final
     */
    List<PoolPart> parts(Instant now, Duration finality) {
        return Stream.concat(measured.stream(), closed.stream())
                .map(part -> PoolPartAdapter.part(part, now, finality))
                .toList();
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
}
