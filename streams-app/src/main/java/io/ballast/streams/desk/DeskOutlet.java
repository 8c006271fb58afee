/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.desk;

import io.ballast.schema.PortfolioScenarios;
import io.ballast.schema.StripRecommendation;
import java.time.Instant;

/** Where strips and scenarios go. */
interface DeskOutlet {

    void strip(String key, StripRecommendation recommendation);

    /** There is nothing to cover any more, or the expiry is over, or the strip could not be worked out. */
    void stripGone(String key, Instant now);

    void scenarios(String portfolio, PortfolioScenarios scenarios);

    /** The portfolio holds nothing any more, or its scenarios could not be worked out. */
    void scenariosGone(String portfolio, Instant now);

    /** Prices at the end of a step of {@link PriceHistory}, to be kept. */
    void pastPrices(long step, byte[] prices);

    /** They are too old to be kept. */
    void pastPricesGone(long step);

    /** What was said of it before is taken back already. */
    void failed(String key, RuntimeException why);
}
