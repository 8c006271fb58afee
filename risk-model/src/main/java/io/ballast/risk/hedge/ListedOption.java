/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.hedge;

import java.math.BigDecimal;

/** A European option; n contracts are on {@code n * multiplier} base coins, its price is the premium for one of them. */
public sealed interface ListedOption extends Instrument permits LinearOption, CoinSettledOption {

    OptionTerms option();

    @Override
    default BigDecimal worth(BigDecimal contracts, BigDecimal price) {
        return contracts.multiply(terms().multiplier()).multiply(price);
    }

    @Override
    default BigDecimal priceOf(BigDecimal contracts, BigDecimal flow) {
        return flow.negate().divide(contracts.multiply(terms().multiplier()), Amounts.DIGITS);
    }

    /** Options may change hands for nothing. */
    @Override
    default void requirePrice(BigDecimal price) {
        Amounts.requireNotNegative("premium of " + key(), price);
    }

    @Override
    default boolean hasSamePayoff(Instrument other) {
        return other instanceof ListedOption listed
                && getClass() == other.getClass()
                && terms().hasSamePayoff(listed.terms())
                && option().equals(listed.option());
    }
}
