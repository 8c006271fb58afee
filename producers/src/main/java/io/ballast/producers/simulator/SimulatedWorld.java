/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator;

import io.ballast.producers.simulator.agents.Arbitrageur;
import io.ballast.producers.simulator.agents.BaseProvider;
import io.ballast.producers.simulator.agents.DirectProviders;
import io.ballast.producers.simulator.agents.NftProviders;
import io.ballast.producers.simulator.agents.NoiseTrader;
import io.ballast.producers.simulator.agents.PairProviders;
import io.ballast.producers.simulator.agents.PoissonCount;
import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.SimulatedChain;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedHashes;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.SimulatedPositionManager;
import io.ballast.producers.simulator.chain.UsdPrices;
import io.ballast.producers.simulator.market.MarketFeed;
import io.ballast.producers.simulator.market.MarketModel;
import io.ballast.producers.simulator.market.MarketPrices;
import io.ballast.producers.sink.RecordBlock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The simulated world, block by block: first the blocks that set up pools and positions, then trading. In a block of
 * trading liquidity providers act, then noise traders, and arbitrageurs have the last word.
 *
 * <p>Each kind of agent has a stream of randomness of its own, so that what one does leaves the others' luck alone. Mutable
 * and single-threaded.
 */
final class SimulatedWorld {

    private static final int SET_UP_PER_BLOCK = 250;
    private static final double DIRECT_ACTIONS = 0.05;
    private static final double PAIR_ACTIONS = 0.10;

    private final SimulationOptions options;
    private final PositionPlan plan;
    private final long setUpBlocks;
    private final SimulatedChain chain;
    private final MarketFeed feed;
    private final List<SimulatedConcentratedPool> pools;
    private final SimulatedPair pair = new SimulatedPair(DemoPools.USDC_WETH_PAIR);
    private final BaseProvider base;
    private final NftProviders nftProviders;
    private final DirectProviders directProviders;
    private final PairProviders pairProviders;
    private final NoiseTrader noise;
    private final Arbitrageur arbitrage;
    private final SplittableRandom random;
    private long blocks;

    SimulatedWorld(SimulationOptions options, SplittableRandom random) {
        this.options = options;
        this.plan = PositionPlan.of(options.positions());
        this.setUpBlocks = 1 + (plan.total() + SET_UP_PER_BLOCK - 1) / SET_UP_PER_BLOCK;
        this.chain = new SimulatedChain(new SimulatedHashes(SimulationSource.of(options)));
        MarketModel market = new MarketModel(options.markets(), options.marketCorrelation(), random.split());
        UsdPrices prices = new MarketPrices(market);
        SimulatedPositionManager manager = new SimulatedPositionManager(DemoPools.POSITION_MANAGER);
        this.feed = new MarketFeed(market, options.quotesPerBlock(), random.split());
        this.pools = DemoPools.CONCENTRATED.stream()
                .map(SimulatedConcentratedPool::new)
                .toList();
        this.base = new BaseProvider(DemoWallets.BASE, manager, prices, random.split());
        this.nftProviders = new NftProviders(manager, pools, DemoWallets.NFT_HOLDERS, prices, random.split());
        this.directProviders = new DirectProviders(pools, DemoWallets.VAULTS, prices, random.split());
        this.pairProviders = new PairProviders(pair, DemoWallets.PAIR_HOLDERS, prices, random.split());
        this.noise = new NoiseTrader(prices, random.split());
        this.arbitrage = new Arbitrageur(prices);
        this.random = random.split();
    }

    /** Simulated time of the block that {@link #nextBlock} gives next. */
    Instant nextBlockTime() {
        return options.tradingStart().plus(options.blockInterval().multipliedBy(blocks + 1 - setUpBlocks));
    }

    /** True once all positions are set up. */
    boolean isTrading() {
        return blocks >= setUpBlocks;
    }

    int openPositions() {
        int inEachPool = blocks == 0 ? 0 : SimulationOptions.LEAST_POSITIONS;
        return inEachPool + nftProviders.positions() + directProviders.positions() + pairProviders.positions();
    }

    /** Lets the world go on by one block. */
    RecordBlock nextBlock() {
        BlockBuilder block = chain.openBlock(nextBlockTime());
        if (isTrading()) {
            trade(block);
        } else {
            setUp(block);
        }
        blocks++;
        return block.build();
    }

    private void setUp(BlockBuilder block) {
        feed.publishStanding(block);
        if (blocks == 0) {
            pools.forEach(pool -> base.open(block, pool));
            base.open(block, pair);
            return;
        }
        for (int i = 0; i < SET_UP_PER_BLOCK; i++) {
            arrive(block);
        }
    }

    private void arrive(BlockBuilder block) {
        if (pairProviders.positions() < plan.pairHolders()) {
            pairProviders.arrive(block);
        } else if (directProviders.positions() < plan.direct()) {
            directProviders.arrive(block);
        } else if (nftProviders.positions() < plan.nfts()) {
            nftProviders.arrive(block);
        }
    }

    private void trade(BlockBuilder block) {
        feed.run(block, options.blockInterval());
        times(options.positionActions(), () -> actOnPosition(block));
        pools.forEach(pool -> times(options.noiseSwapsPerPool(), () -> noise.trade(block, pool)));
        times(options.noiseSwapsPerPool(), () -> noise.trade(block, pair));
        pools.forEach(pool -> arbitrage.align(block, pool));
        arbitrage.align(block, pair);
    }

    private void actOnPosition(BlockBuilder block) {
        double choice = random.nextDouble();
        if (choice < DIRECT_ACTIONS) {
            directProviders.act(block);
        } else if (choice < DIRECT_ACTIONS + PAIR_ACTIONS) {
            pairProviders.act(block);
        } else {
            nftProviders.act(block);
        }
    }

    private void times(double mean, Runnable action) {
        int count = PoissonCount.sample(mean, random);
        for (int i = 0; i < count; i++) {
            action.run();
        }
    }
}
