/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * The venue closed an instrument: an option expired, or a contract was delisted. What was open is paid out and the leg is gone.
 *
 * @param deliveryPrice  quote per base; positive
 * @param fee  delivery fee in the settlement asset, not negative
 */
public record Settlement(String id, long timeMicros, InstrumentKey instrument, BigDecimal deliveryPrice, BigDecimal fee)
        implements LegEvent {

    public Settlement {
        Amounts.requireName("settlement id", id);
        deliveryPrice = Amounts.requirePositive("delivery price of settlement " + id, deliveryPrice);
        fee = Amounts.requireNotNegative("fee of settlement " + id, fee);
    }
}
