/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/** Coins bought with, or sold for, the quote asset: n contracts are {@code n * multiplier} base coins. */
public record Spot(InstrumentTerms terms) implements Instrument {

    public Spot {
        terms.requireSettlement(terms.quote());
    }

    @Override
    public BigDecimal worth(BigDecimal contracts, BigDecimal price) {
        return contracts.multiply(terms.multiplier()).multiply(price);
    }

    @Override
    public BigDecimal priceOf(BigDecimal contracts, BigDecimal flow) {
        return flow.negate().divide(contracts.multiply(terms.multiplier()), Amounts.DIGITS);
    }

    @Override
    public BigDecimal settlementPrice(BigDecimal deliveryPrice) {
        throw new IllegalArgumentException("spot " + key() + " is never settled by the venue");
    }
}
