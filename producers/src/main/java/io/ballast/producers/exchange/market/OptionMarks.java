/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the exchange values an option at.
 *
 * @param price  for an option on one coin, in its settlement asset
 * @param volatility  annual, a fraction
 * @param forward  dollars a coin for delivery at expiry
 * @param index  dollars a coin now
 */
public record OptionMarks(
        Optional<BigDecimal> price,
        Optional<BigDecimal> volatility,
        Optional<BigDecimal> forward,
        Optional<BigDecimal> index) {}
