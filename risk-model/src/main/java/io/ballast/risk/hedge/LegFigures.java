/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;
import java.util.SortedMap;

/**
 * A leg at a mark. Money is in the settlement asset, fees by their own.
 *
 * @param averagePrice  null when flat
 * @param mark  null: not known
 * @param unrealised  null where something is open and no mark is known
 */
public record LegFigures(
        InstrumentKey instrument,
        BigDecimal contracts,
        BigDecimal averagePrice,
        BigDecimal mark,
        BigDecimal realised,
        BigDecimal unrealised,
        BigDecimal funding,
        SortedMap<String, BigDecimal> fees) {

    public static LegFigures of(HedgeLeg leg, Marks marks) {
        InstrumentKey key = leg.instrument().key();
        BigDecimal mark = marks.of(key);
        BigDecimal unrealised = !leg.isOpen() ? BigDecimal.ZERO : mark == null ? null : leg.unrealised(mark);
        return new LegFigures(
                key, leg.contracts(), leg.averagePrice(), mark, leg.realised(), unrealised, leg.funding(), leg.fees());
    }
}
