/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.producers.simulator.agents;

import io.ballast.producers.simulator.chain.BlockBuilder;
import io.ballast.producers.simulator.chain.PoolSlot;
import io.ballast.producers.simulator.chain.SimulatedConcentratedPool;
import io.ballast.producers.simulator.chain.UsdPrices;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Vaults: contracts that deal with the pools themselves, without the position manager. Each position has a range of its
 * own; when the price leaves it, the vault moves it.
 *
 * <p>Mutable and single-threaded.
 */
public final class DirectProviders {

    private static final LogNormal DEPOSIT_USD = new LogNormal(400_000, 0.5);
    private static final BigInteger UINT128_MAX = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);
    private static final TokenAmounts EVERYTHING = new TokenAmounts(UINT128_MAX, UINT128_MAX);

    private final List<SimulatedConcentratedPool> pools;
    private final List<Wallet> vaults;
    private final LiquiditySizing sizing;
    private final SplittableRandom random;
    private final RangeChooser ranges;
    private final List<Position> open = new ArrayList<>();

    private record Position(Wallet vault, SimulatedConcentratedPool pool, PoolSlot slot) {

        BigInteger liquidity() {
            return pool.slot(slot.key()).liquidity();
        }
    }

    public DirectProviders(
            List<SimulatedConcentratedPool> pools, List<Wallet> vaults, UsdPrices prices, SplittableRandom random) {
        this.pools = List.copyOf(pools);
        this.vaults = List.copyOf(vaults);
        this.sizing = new LiquiditySizing(prices);
        this.random = random;
        this.ranges = new RangeChooser(random);
    }

    /** How many positions are open. */
    public int positions() {
        return open.size();
    }

    /** A vault opens a position. */
    public void arrive(BlockBuilder block) {
        Wallet vault = vaults.get(open.size() % vaults.size());
        block.beginTransaction();
        open.add(mint(block, vault, pools.get(vault.pool()), DEPOSIT_USD.sample(random)));
    }

    /** A vault looks after one of its positions. */
    public void act(BlockBuilder block) {
        if (open.isEmpty()) {
            return;
        }
        int index = random.nextInt(open.size());
        Position position = open.get(index);
        block.beginTransaction();
        if (position.slot().range().contains(position.pool().state().tick())) {
            lookAfter(block, position);
        } else {
            open.set(index, move(block, position));
        }
    }

    private void lookAfter(BlockBuilder block, Position position) {
        double choice = random.nextDouble();
        BigInteger part = LiquiditySizing.part(position.liquidity(), 0.05 + 0.3 * random.nextDouble());
        if (choice < 0.3) {
            position.pool().mint(block, position.slot(), part);
        } else if (choice < 0.6) {
            position.pool().burn(block, position.slot(), part.min(position.liquidity()));
        } else {
            position.pool().burn(block, position.slot(), BigInteger.ZERO);
            position.pool().collect(block, position.slot(), EVERYTHING);
        }
    }

    private Position move(BlockBuilder block, Position position) {
        SimulatedConcentratedPool pool = position.pool();
        double usd = sizing.value(pool, position.slot().range(), position.liquidity());
        pool.burn(block, position.slot(), position.liquidity());
        pool.collect(block, position.slot(), EVERYTHING);
        return mint(block, position.vault(), pool, usd);
    }

    private Position mint(BlockBuilder block, Wallet vault, SimulatedConcentratedPool pool, double usd) {
        PoolSlot slot = freeSlot(vault, pool);
        pool.mint(block, slot, sizing.liquidityWorth(usd, pool, slot.range()));
        return new Position(vault, pool, slot);
    }

    /** Two positions in one slot would be one: the vault takes another range then. */
    private PoolSlot freeSlot(Wallet vault, SimulatedConcentratedPool pool) {
        PoolSlot slot;
        do {
            slot = PoolSlot.direct(vault.address(), ranges.choose(pool, vault.style()));
        } while (pool.slot(slot.key()).liquidity().signum() > 0);
        return slot;
    }
}
