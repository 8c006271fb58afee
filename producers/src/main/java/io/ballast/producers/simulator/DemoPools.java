/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.simulator.chain.PoolTerms;
import io.ballast.producers.simulator.chain.SimulatedToken;
import io.ballast.producers.simulator.chain.TokenPair;
import io.ballast.producers.simulator.market.MarketPrices;
import java.util.List;

/** The tokens and pools of the simulation. All addresses are made up; the tokens' order is that of mainnet's. */
public final class DemoPools {

    static final SimulatedToken WBTC =
            new SimulatedToken("0x747653f2ed1c519c570f746c5765b928e5e27805", "WBTC", 8, DemoMarkets.BTC_USD);
    static final SimulatedToken USDC =
            new SimulatedToken("0x97f57bf27fc681a82bb5680aa7f61a25eb0ee78e", "USDC", 6, MarketPrices.PAR);
    static final SimulatedToken WETH =
            new SimulatedToken("0xa9d2f9a2adf1136558235315e6f9798aea690c69", "WETH", 18, DemoMarkets.ETH_USD);

    /** 0.05 %; the quote currency is token0. */
    public static final PoolTerms USDC_WETH =
            PoolTerms.v3("0xcb1f79f1c9e6768160178f9c15e1bebc9f82c390", new TokenPair(USDC, WETH), 500, 10);
    /** 0.3 %; neither token is a currency. */
    public static final PoolTerms WBTC_WETH =
            PoolTerms.v3("0x7a6fd3b85ee48fbe5815931da07df381f0ed48dd", new TokenPair(WBTC, WETH), 3000, 60);
    /** A v2 pair. */
    public static final PoolTerms USDC_WETH_PAIR =
            PoolTerms.v2("0x1b20d9de571def4602a243d5eafdaad797afba42", new TokenPair(USDC, WETH));

    /** The concentrated ones. */
    public static final List<PoolTerms> CONCENTRATED = List.of(USDC_WETH, WBTC_WETH);

    /** The position manager that issues the NFTs. */
    public static final String POSITION_MANAGER = "0x0234d8baee63734bc6b056b3521b6f7fde26aaf9";

    private DemoPools() {}
}
