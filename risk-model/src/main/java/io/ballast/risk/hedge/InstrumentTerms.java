/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * The contract specification that every kind of instrument has.
 *
 * @param key  venue and id
 * @param base  the asset it is about, such as ETH
 * @param quote  the asset its price is in, such as USDC
 * @param settlement  the asset that results are paid in and that the account is kept in
 * @param multiplier  what one contract stands for: base coins, or quote units (the face) of an inverse perpetual; positive
 * @param lot  smallest step of a trade, in contracts; positive
 * @param minimum  smallest trade, in contracts; not negative
 * @param margin  null: not known
 */
public record InstrumentTerms(
        InstrumentKey key,
        String base,
        String quote,
        String settlement,
        BigDecimal multiplier,
        BigDecimal lot,
        BigDecimal minimum,
        MarginTerms margin) {

    public InstrumentTerms {
        if (key == null) {
            throw new IllegalArgumentException("an instrument needs a venue and an id");
        }
        Amounts.requireName("base asset of " + key, base);
        Amounts.requireName("quote asset of " + key, quote);
        Amounts.requireName("settlement asset of " + key, settlement);
        multiplier = Amounts.requirePositive("multiplier of " + key, multiplier);
        lot = Amounts.requirePositive("lot of " + key, lot);
        minimum = Amounts.requireNotNegative("minimum size of " + key, minimum);
        if (base.equals(quote)) {
            throw new IllegalArgumentException(key + " has the same base and quote asset " + base);
        }
    }

    void requireSettlement(String expected) {
        if (!settlement.equals(expected)) {
            throw new IllegalArgumentException(
                    "settlement asset " + settlement + " of " + key + " must be " + expected + " for its kind");
        }
    }

    /** Whether positions come out the same under other terms: only lot, minimum and margin may differ. */
    boolean hasSamePayoff(InstrumentTerms other) {
        return key.equals(other.key)
                && base.equals(other.base)
                && quote.equals(other.quote)
                && settlement.equals(other.settlement)
                && multiplier.equals(other.multiplier);
    }
}
