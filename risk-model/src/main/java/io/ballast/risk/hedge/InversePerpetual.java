/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * A perpetual margined and settled in its base coin, with a face of {@code multiplier} quote units a contract. With F = n *
 * multiplier it is worth {@code -F / P} coins, so entry at P_e gives {@code F (1/P_e - 1/P)}. Quotients have 34 digits.
 *
 * <p>In quote units the account is {@code (E + F/P_e) P - F}: linear in P, its delta {@code E + F/P_e} whatever the price.
 * Formula sheet 6.1.
 */
public record InversePerpetual(InstrumentTerms terms) implements Perpetual {

    public InversePerpetual {
        terms.requireSettlement(terms.base());
    }

    @Override
    public BigDecimal worth(BigDecimal contracts, BigDecimal price) {
        return notional(contracts, price).negate();
    }

    @Override
    public BigDecimal notional(BigDecimal contracts, BigDecimal price) {
        return contracts.multiply(terms.multiplier()).divide(price, Amounts.DIGITS);
    }

    @Override
    public BigDecimal priceOf(BigDecimal contracts, BigDecimal flow) {
        return contracts.multiply(terms.multiplier()).divide(flow, Amounts.DIGITS);
    }
}
