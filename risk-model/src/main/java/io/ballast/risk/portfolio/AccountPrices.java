/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.hedge.InstrumentKey;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Prices that hedge accounts are valued by.
 *
 * @param marks  of instruments, as they are quoted
 * @param assets  of assets in the numeraire
 */
public record AccountPrices(Map<InstrumentKey, BigDecimal> marks, Map<String, BigDecimal> assets) {

    public AccountPrices {
        marks = Map.copyOf(marks);
        assets = Map.copyOf(assets);
    }
}
