/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/**
 * What can be traded as a hedge. Contracts are signed: positive is long. Prices are in quote per base, except that options
 * trade at their premium for one base coin, in the settlement asset.
 */
public sealed interface Instrument permits Perpetual, Spot, ListedOption {

    InstrumentTerms terms();

    /**
     * What contracts are worth at a price, in the settlement asset. A trade of n contracts at p moves {@code -worth(n, p)}
     * into the account, so that trading at the mark changes nothing.
     *
     * @param price  positive; of an option not negative
     */
    BigDecimal worth(BigDecimal contracts, BigDecimal price);

    /**
     * The price at which contracts would have had this flow: the average entry price of a leg.
     *
     * @param contracts  not zero
     * @param flow  into the account, in the settlement asset
     */
    BigDecimal priceOf(BigDecimal contracts, BigDecimal flow);

    /** The price at which open contracts are closed when the venue settles at a delivery price: an option's payoff. */
    BigDecimal settlementPrice(BigDecimal deliveryPrice);

    /** Throws {@link IllegalArgumentException} for a trade price that this instrument cannot have. */
    default void requirePrice(BigDecimal price) {
        Amounts.requirePositive("price of " + key(), price);
    }

    default InstrumentKey key() {
        return terms().key();
    }

    /** Whether positions in the two come out the same. */
    default boolean hasSamePayoff(Instrument other) {
        return getClass() == other.getClass() && terms().hasSamePayoff(other.terms());
    }
}
