/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.PartFigures;
import io.ballast.risk.portfolio.PoolPart;
import io.ballast.risk.portfolio.RollingLoss;
import io.ballast.schema.BookTotals;
import io.ballast.schema.PortfolioPart;
import io.ballast.schema.WindowLoss;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads pools' parts as the roll-up has them. */
final class PoolPartAdapter {

    private static final String UNKNOWN = "unknown";

    private PoolPartAdapter() {}

    /**
     * @param named  a part that is measured
     * @param now  event time of the portfolio
     * @param finality  event time after which a block counts as final
     */
    static PoolPart part(NamedPart named, Instant now, Duration finality) {
        PortfolioPart part = named.record();
        return new PoolPart(
                named.path(),
                part.getPoolId(),
                part.getVenue() == null ? UNKNOWN : part.getVenue(),
                part.getChainId() == null ? UNKNOWN : part.getChainId().toString(),
                named.asset0(),
                named.asset1(),
                figures(part, unfinalised(part, now, finality)));
    }

    private static PartFigures figures(PortfolioPart part, Double unfinalised) {
        BookTotals totals = part.getTotals();
        return new PartFigures(
                totals.getPositions() > 0,
                totals.getValue(),
                totals.getValueInRange(),
                unfinalised,
                totals.getHodlValue(),
                totals.getIl() + totals.getRealisedIl(),
                totals.getFeesValue(),
                totals.getLvr(),
                totals.getMarkout(),
                totals.getDelta0(),
                totals.getDelta1(),
                totals.getHodl0(),
                totals.getHodl1(),
                totals.getGamma(),
                part.getPrice(),
                rollingLosses(totals));
    }

    /** What was told when the part was is final at the latest when its newest block is. */
    private static Double unfinalised(PortfolioPart part, Instant now, Duration finality) {
        boolean isFinal = Duration.between(part.getEventTime(), now).compareTo(finality) >= 0;
        return isFinal && part.getUnfinalisedValue() != null ? Double.valueOf(0) : part.getUnfinalisedValue();
    }

    private static Map<Long, RollingLoss> rollingLosses(BookTotals totals) {
        return totals.getWindows().stream()
                .collect(Collectors.toMap(
                        WindowLoss::getWindowSeconds,
                        window -> new RollingLoss(window.getIl(), window.getLvr(), window.getComplete())));
    }
}
