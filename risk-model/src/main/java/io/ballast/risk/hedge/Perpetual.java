/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/** A perpetual swap: long and short pay each other funding. */
public sealed interface Perpetual extends Instrument permits LinearPerpetual, InversePerpetual {

    /** Notional in the settlement asset, signed as the contracts are; what funding and margin rates apply to. */
    BigDecimal notional(BigDecimal contracts, BigDecimal price);

    /** Funding of one interval, into the account: {@code -notional * rate}; a long pays a positive rate. */
    default BigDecimal funding(BigDecimal contracts, BigDecimal markPrice, BigDecimal rate) {
        return notional(contracts, markPrice).multiply(rate).negate();
    }

    @Override
    default BigDecimal settlementPrice(BigDecimal deliveryPrice) {
        return Amounts.requirePositive("delivery price of " + key(), deliveryPrice);
    }
}
