/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.portfolio;

import io.ballast.risk.loss.Domain;

/** Prices of a pool's two tokens in the numeraire. */
public record TokenPrices(double price0, double price1) {

    public TokenPrices {
        Domain.requirePositive("price of token0", price0);
        Domain.requirePositive("price of token1", price1);
    }
}
