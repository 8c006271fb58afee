/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.SimulatedPair;
import io.ballast.producers.simulator.chain.UsdPrices;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Holders of a pair's LP tokens, each one position: they add, take a part out, and send each other some.
 *
 * <p>Mutable and single-threaded.
 */
public final class PairProviders {

    private static final LogNormal DEPOSIT_USD = new LogNormal(100_000, 0.8);

    private final SimulatedPair pair;
    private final List<Wallet> wallets;
    private final UsdPrices prices;
    private final SplittableRandom random;
    private final List<Wallet> holders = new ArrayList<>();

    /**
     * @param wallets  who may come to hold LP tokens, in that order
     */
    public PairProviders(SimulatedPair pair, List<Wallet> wallets, UsdPrices prices, SplittableRandom random) {
        this.pair = pair;
        this.wallets = List.copyOf(wallets);
        this.prices = prices;
        this.random = random;
    }

    /** How many of the wallets hold LP tokens. */
    public int positions() {
        return holders.size();
    }

    /**
     * The next wallet comes in.
     *
     * @throws IllegalStateException if all of them are in
     */
    public void arrive(BlockBuilder block) {
        if (holders.size() == wallets.size()) {
            throw new IllegalStateException("all " + wallets.size() + " wallets hold LP tokens already");
        }
        Wallet next = wallets.get(holders.size());
        add(block, next);
        holders.add(next);
    }

    /** Some holder does something. */
    public void act(BlockBuilder block) {
        if (holders.isEmpty()) {
            return;
        }
        int index = random.nextInt(holders.size());
        Wallet holder = holders.get(index);
        double choice = random.nextDouble();
        if (choice < 0.45) {
            add(block, holder);
        } else if (choice < 0.85 || holders.size() == 1) {
            block.beginTransaction();
            pair.remove(block, holder.address(), part(holder));
        } else {
            block.beginTransaction();
            pair.transfer(block, holder.address(), otherThan(index).address(), part(holder));
        }
    }

    private void add(BlockBuilder block, Wallet wallet) {
        block.beginTransaction();
        pair.add(block, wallet.address(), PairDeposit.atReserves(DEPOSIT_USD.sample(random), pair, prices));
    }

    private BigInteger part(Wallet holder) {
        return LiquiditySizing.part(pair.balanceOf(holder.address()), 0.1 + 0.4 * random.nextDouble());
    }

    private Wallet otherThan(int index) {
        return holders.get((index + 1 + random.nextInt(holders.size() - 1)) % holders.size());
    }
}
