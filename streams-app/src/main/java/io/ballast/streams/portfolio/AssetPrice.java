/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.portfolio;

import io.ballast.schema.PortfolioFlag;
import java.time.Instant;

/**
 * What one asset is worth.
 *
 * @param usd  positive and finite
 * @param time  when it was observed; null: it was not
 * @param flag  what to know about it; null: nothing
 */
record AssetPrice(double usd, Instant time, PortfolioFlag flag, boolean simulated) {

    static final AssetPrice DOLLAR = new AssetPrice(1, null, null, false);
    static final AssetPrice PAR = new AssetPrice(1, null, PortfolioFlag.PRICE_AT_PAR, false);
}
