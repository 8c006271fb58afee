/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import io.ballast.schema.CallOrPut;
import io.ballast.schema.OptionSettlement;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a listed option is.
 *
 * @param venue  where it is listed
 * @param underlying  the coin
 * @param expiry  the instant of settlement
 * @param strike  dollars a coin
 */
public record OptionTerms(
        String venue,
        String underlying,
        Instant expiry,
        BigDecimal strike,
        CallOrPut right,
        OptionSettlement settlement) {}
