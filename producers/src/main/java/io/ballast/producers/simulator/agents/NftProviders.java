/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.Nft;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.SimulatedPositionManager;
import io.ballast.producers.simulator.chain.TickRange;
import io.ballast.producers.simulator.chain.UsdPrices;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Providers who hold NFTs of the position manager. Who leaves is followed by somebody new, so that the number of open
 * positions stays.
 *
 * <p>Mutable and single-threaded.
 */
public final class NftProviders {

    private static final LogNormal DEPOSIT_USD = new LogNormal(40_000, 1.0);
    private static final double MOVE_WHEN_OUT_OF_RANGE = 0.6;

    private final SimulatedPositionManager manager;
    private final List<SimulatedConcentratedPool> pools;
    private final List<Wallet> wallets;
    private final Map<String, Wallet> walletOf = new HashMap<>();
    private final LiquiditySizing sizing;
    private final SplittableRandom random;
    private final RangeChooser ranges;
    private final List<Long> open = new ArrayList<>();

    /**
     * @param wallets  who may come; at least two, as they give NFTs to each other
     */
    public NftProviders(
            SimulatedPositionManager manager,
            List<SimulatedConcentratedPool> pools,
            List<Wallet> wallets,
            UsdPrices prices,
            SplittableRandom random) {
        this.manager = manager;
        this.pools = List.copyOf(pools);
        this.wallets = List.copyOf(wallets);
        wallets.forEach(wallet -> walletOf.put(wallet.address(), wallet));
        this.sizing = new LiquiditySizing(prices);
        this.random = random;
        this.ranges = new RangeChooser(random);
    }

    /** How many positions are open. */
    public int positions() {
        return open.size();
    }

    /** Somebody opens a new position. */
    public void arrive(BlockBuilder block) {
        Wallet wallet = anyWallet();
        open(block, pools.get(wallet.pool()), wallet, DEPOSIT_USD.sample(random));
    }

    /** Somebody does something with a position. */
    public void act(BlockBuilder block) {
        if (open.isEmpty()) {
            return;
        }
        int index = random.nextInt(open.size());
        Nft nft = manager.nft(open.get(index));
        boolean inRange = nft.range().contains(nft.pool().state().tick());
        if (!inRange && random.nextDouble() < MOVE_WHEN_OUT_OF_RANGE) {
            move(block, index, nft);
        } else {
            doSomething(block, index, nft);
        }
    }

    private void doSomething(BlockBuilder block, int index, Nft nft) {
        double choice = random.nextDouble();
        if (choice < 0.25) {
            block.beginTransaction();
            manager.increase(
                    block, nft.tokenId(), LiquiditySizing.part(nft.liquidity(), 0.1 + 0.4 * random.nextDouble()));
        } else if (choice < 0.45) {
            decrease(block, nft);
        } else if (choice < 0.80) {
            block.beginTransaction();
            manager.collect(block, nft.tokenId());
        } else if (choice < 0.88) {
            block.beginTransaction();
            manager.transfer(block, nft.tokenId(), otherThan(nft.owner()).address());
        } else {
            leave(block, index, nft);
            arrive(block);
        }
    }

    /** Takes a part out; some collect it at once, others leave it with the pool for a while. */
    private void decrease(BlockBuilder block, Nft nft) {
        BigInteger part = LiquiditySizing.part(nft.liquidity(), 0.1 + 0.5 * random.nextDouble());
        block.beginTransaction();
        manager.decrease(block, nft.tokenId(), part.min(nft.liquidity()));
        if (random.nextBoolean()) {
            manager.collect(block, nft.tokenId());
        }
    }

    private void leave(BlockBuilder block, int index, Nft nft) {
        block.beginTransaction();
        manager.decrease(block, nft.tokenId(), nft.liquidity());
        manager.collect(block, nft.tokenId());
        if (random.nextBoolean()) {
            manager.burn(block, nft.tokenId());
        }
        forget(index);
    }

    /** Leaves and comes back around the price with what was there. */
    private void move(BlockBuilder block, int index, Nft nft) {
        double usd = sizing.value(nft.pool(), nft.range(), nft.liquidity());
        leave(block, index, nft);
        open(block, nft.pool(), walletOf.get(nft.owner()), usd);
    }

    private void open(BlockBuilder block, SimulatedConcentratedPool pool, Wallet wallet, double usd) {
        TickRange range = ranges.choose(pool, wallet.style());
        block.beginTransaction();
        Nft nft = manager.mint(block, pool, wallet.address(), range, sizing.liquidityWorth(usd, pool, range));
        open.add(nft.tokenId());
    }

    /** The order of the list means nothing: the last one fills the gap. */
    private void forget(int index) {
        long last = open.remove(open.size() - 1);
        if (index < open.size()) {
            open.set(index, last);
        }
    }

    private Wallet otherThan(String owner) {
        Wallet wallet;
        do {
            wallet = anyWallet();
        } while (wallet.address().equals(owner));
        return wallet;
    }

    private Wallet anyWallet() {
        return wallets.get(random.nextInt(wallets.size()));
    }
}
