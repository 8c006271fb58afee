/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.SimulatedPositionManager;
import io.ballast.producers.simulator.chain.TickRange;
import io.ballast.producers.simulator.chain.UsdPrices;
import java.util.SplittableRandom;

/** Opens each pool with liquidity that never leaves, so that there is always a price to trade at. */
public final class BaseProvider {

    private static final double USD_PER_POOL = 5_000_000;

    private final Wallet wallet;
    private final SimulatedPositionManager manager;
    private final UsdPrices prices;
    private final LiquiditySizing sizing;
    private final RangeChooser ranges;

    public BaseProvider(Wallet wallet, SimulatedPositionManager manager, UsdPrices prices, SplittableRandom random) {
        this.wallet = wallet;
        this.manager = manager;
        this.prices = prices;
        this.sizing = new LiquiditySizing(prices);
        this.ranges = new RangeChooser(random);
    }

    /** Creates the pool at the market's price, with a position in nearly all of it. */
    public void open(BlockBuilder block, SimulatedConcentratedPool pool) {
        block.beginTransaction();
        pool.create(block, prices.fair(pool.terms().tokens()));
        block.beginTransaction();
        TickRange range = ranges.choose(pool, RangeStyle.FULL);
        manager.mint(block, pool, wallet.address(), range, sizing.liquidityWorth(USD_PER_POOL, pool, range));
    }

    /** Creates the pair at the market's price. */
    public void open(BlockBuilder block, SimulatedPair pair) {
        block.beginTransaction();
        pair.create(block);
        block.beginTransaction();
        pair.add(
                block,
                wallet.address(),
                PairDeposit.atMarket(USD_PER_POOL, pair.terms().tokens(), prices));
    }
}
