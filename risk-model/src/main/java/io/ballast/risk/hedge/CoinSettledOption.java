/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * An option with premium and payoff in its base coin: pays {@code max(S - K, 0) / S} coins. The premium is in coins already
 * and must not be divided by the price again; the coins paid are part of the account's delta. Formula sheet 6.6.
 */
public record CoinSettledOption(InstrumentTerms terms, OptionTerms option) implements ListedOption {

    public CoinSettledOption {
        terms.requireSettlement(terms.base());
    }

    @Override
    public BigDecimal settlementPrice(BigDecimal deliveryPrice) {
        return option.payoff(deliveryPrice).divide(deliveryPrice, Amounts.DIGITS);
    }
}
