/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.exchange.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Funding of a perpetual as it stands.
 *
 * @param rate  fraction of the notional for one interval; positive: longs pay
 * @param intervalHours  hours of that interval; empty: the exchange does not tell
 * @param next  when it is paid next; empty: the exchange does not tell, or it flows all the time
 */
public record Funding(BigDecimal rate, Optional<Integer> intervalHours, Optional<Instant> next) {}
