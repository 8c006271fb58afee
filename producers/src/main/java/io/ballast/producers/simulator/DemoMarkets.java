/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.simulator.market.JumpDiffusion;
import io.ballast.producers.simulator.market.MarketParameters;
import java.util.List;

/** The markets of the simulation. */
public final class DemoMarkets {

    public static final String ETH_USD = "sim:ETH-USD";
    public static final String BTC_USD = "sim:BTC-USD";

    /**
     * A day that nobody forgets: the prices diffuse by about 0.4 and 0.3 % a minute and jump by about half a percent every
     * two or three minutes, so that a minute of the demo shows ranges left and losses made.
     */
    public static final List<MarketParameters> LIVELY = List.of(
            new MarketParameters(ETH_USD, 3_000, 0.0001, new JumpDiffusion(0, 3.0, 250_000, -0.0005, 0.005)),
            new MarketParameters(BTC_USD, 60_000, 0.00005, new JumpDiffusion(0, 2.2, 180_000, -0.0003, 0.004)));

    /** Like an ordinary day: 70 and 50 % a year, a jump of about three percent once in a fortnight. */
    public static final List<MarketParameters> ORDINARY = List.of(
            new MarketParameters(ETH_USD, 3_000, 0.0001, new JumpDiffusion(0, 0.70, 26, -0.01, 0.03)),
            new MarketParameters(BTC_USD, 60_000, 0.00005, new JumpDiffusion(0, 0.50, 26, -0.01, 0.025)));

    private DemoMarkets() {}
}
