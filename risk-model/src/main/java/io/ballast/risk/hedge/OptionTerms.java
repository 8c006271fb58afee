/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * @param right  call or put
 * @param strike  quote per base, positive
 * @param expiryMicros  instant of expiry, microseconds since 1970
 */
public record OptionTerms(OptionRight right, BigDecimal strike, long expiryMicros) {

    public OptionTerms {
        if (right == null) {
            throw new IllegalArgumentException("an option is a call or a put");
        }
        strike = Amounts.requirePositive("strike", strike);
    }

    /** {@code max(S - K, 0)} of a call, {@code max(K - S, 0)} of a put, in quote for one base coin. */
    public BigDecimal payoff(BigDecimal deliveryPrice) {
        BigDecimal price = Amounts.requirePositive("delivery price", deliveryPrice);
        BigDecimal gain = right == OptionRight.CALL ? price.subtract(strike) : strike.subtract(price);
        return gain.max(BigDecimal.ZERO);
    }
}
