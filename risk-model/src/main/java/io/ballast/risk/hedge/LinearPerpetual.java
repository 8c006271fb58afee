/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * A perpetual margined and settled in its quote asset. Worth {@code n * multiplier * P}; delta {@code n * multiplier} base
 * coins, gamma 0. Formula sheet 6.1.
 */
public record LinearPerpetual(InstrumentTerms terms) implements Perpetual {

    public LinearPerpetual {
        terms.requireSettlement(terms.quote());
    }

    @Override
    public BigDecimal worth(BigDecimal contracts, BigDecimal price) {
        return contracts.multiply(terms.multiplier()).multiply(price);
    }

    @Override
    public BigDecimal notional(BigDecimal contracts, BigDecimal price) {
        return worth(contracts, price);
    }

    @Override
    public BigDecimal priceOf(BigDecimal contracts, BigDecimal flow) {
        return flow.negate().divide(contracts.multiply(terms.multiplier()), Amounts.DIGITS);
    }
}
