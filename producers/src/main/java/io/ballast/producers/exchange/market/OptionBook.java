/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The best of both sides of an option's order book. Prices for an option on one coin, in its settlement asset; a side that
 * nobody is on is empty.
 *
 * @param bidSize  coins
 * @param askSize  coins
 * @param bidVolatility  annual, a fraction
 * @param askVolatility  annual, a fraction
 */
public record OptionBook(
        Optional<BigDecimal> bid,
        Optional<BigDecimal> bidSize,
        Optional<BigDecimal> bidVolatility,
        Optional<BigDecimal> ask,
        Optional<BigDecimal> askSize,
        Optional<BigDecimal> askVolatility) {}
