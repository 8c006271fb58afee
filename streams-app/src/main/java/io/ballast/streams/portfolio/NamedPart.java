/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.risk.portfolio.PortfolioPath;
import io.ballast.schema.PortfolioPart;

/**
 * A portfolio's part of a pool, its tokens called as a desk calls its assets.
 *
 * @param path  of the portfolio
 */
record NamedPart(PortfolioPath path, PortfolioPart record, String asset0, String asset1) {

    static NamedPart of(PortfolioPath path, PortfolioPart part, Conventions conventions) {
        return new NamedPart(
                path,
                part,
                conventions.asset(part.getSymbol0(), part.getAddress0()),
                conventions.asset(part.getSymbol1(), part.getAddress1()));
    }

    /** Whether one of the tokens is the asset. */
    boolean has(String asset) {
        return asset.equals(asset0) || asset.equals(asset1);
    }
}
