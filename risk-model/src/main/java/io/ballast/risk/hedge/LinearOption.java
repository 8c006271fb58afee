/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/** An option with premium and payoff in its quote asset. */
public record LinearOption(InstrumentTerms terms, OptionTerms option) implements ListedOption {

    public LinearOption {
        terms.requireSettlement(terms.quote());
    }

    @Override
    public BigDecimal settlementPrice(BigDecimal deliveryPrice) {
        return option.payoff(deliveryPrice);
    }
}
