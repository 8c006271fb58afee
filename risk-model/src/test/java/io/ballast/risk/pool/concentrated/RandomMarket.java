/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import io.ballast.risk.journal.Journal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A pool with random fee, spacing, price and positions of all sizes, and random things that happen to it. */
final class RandomMarket {

    private static final int[] SPACINGS = {1, 10, 60, 200, 16383};
    private static final int[] FEES = {0, 1, 100, 500, 3000, 10000, 500_000, 999_999};

    final Random random;
    final SwapRules rules;
    final int feePips;
    final int tickSpacing;
    final BigInteger firstSqrtPriceX96;
    final Journal journal = new Journal();
    final ConcentratedPool pool;

    RandomMarket(Random random) {
        this(random, SwapRules.UNISWAP_V3);
    }

    RandomMarket(Random random, SwapRules rules) {
        this.random = random;
        this.rules = rules;
        this.feePips = FEES[random.nextInt(FEES.length)];
        this.tickSpacing = SPACINGS[random.nextInt(SPACINGS.length)];
        this.firstSqrtPriceX96 = sqrtPrice();
        this.pool = TestPool.at(feePips, tickSpacing, rules, firstSqrtPriceX96, journal);
    }

    /** The same pool before anything happened to it. */
    ConcentratedPool follower() {
        return TestPool.at(feePips, tickSpacing, rules, firstSqrtPriceX96, new Journal());
    }

    /** A price anywhere, more often one exactly on a usable tick or near one. */
    BigInteger sqrtPrice() {
        int reach = random.nextBoolean() ? TickMath.MAX_TICK : 20 * tickSpacing;
        int tick = Math.max(TickMath.MIN_TICK, Math.min(TickMath.MAX_TICK - 1, random.nextInt(2 * reach + 1) - reach));
        if (random.nextBoolean()) {
            tick = tick / tickSpacing * tickSpacing;
        }
        BigInteger price = TickMath.sqrtPriceX96AtTick(tick).add(BigInteger.valueOf(random.nextInt(3) - 1));
        return price.max(TickMath.MIN_SQRT_PRICE_X96).min(TestPool.MAX_LIMIT);
    }

    /** A range of usable ticks, near the price or anywhere, sometimes the widest there is. */
    SlotKey range() {
        int last = TickMath.MAX_TICK / tickSpacing;
        if (random.nextInt(8) == 0) {
            return TestPool.slot(-last * tickSpacing, last * tickSpacing);
        }
        int middle = Math.floorDiv(pool.state().tick(), tickSpacing);
        int reach = random.nextBoolean() ? 3 : 600;
        int lower = Math.max(-last, Math.min(last - 1, middle - random.nextInt(reach) + random.nextInt(reach)));
        int upper = Math.min(last, lower + 1 + random.nextInt(reach));
        return TestPool.slot(lower * tickSpacing, upper * tickSpacing);
    }

    /** Any size, small ones as often as large ones; so much that it fits beside the rest. */
    BigInteger liquidity() {
        BigInteger most = TickTable.maxLiquidityPerTick(tickSpacing).shiftRight(5);
        return amount(most.bitLength()).min(most);
    }

    /** Positive, of up to so many bits, small ones as often as large ones. */
    BigInteger amount(int bits) {
        return new BigInteger(1 + random.nextInt(bits), random).add(BigInteger.ONE);
    }

    /** A mint that the pool accepts. */
    void mint() {
        pool.mint(range(), liquidity());
    }

    /** Burns some or all of a slot, or pokes it; nothing if there is none. */
    void burn() {
        List<Map.Entry<SlotKey, SlotState>> live =
                new ArrayList<>(pool.slots().view().entrySet());
        live.removeIf(slot -> slot.getValue().liquidity().signum() == 0);
        if (!live.isEmpty()) {
            Map.Entry<SlotKey, SlotState> slot = live.get(random.nextInt(live.size()));
            BigInteger liquidity = slot.getValue().liquidity();
            pool.burn(
                    slot.getKey(),
                    switch (random.nextInt(3)) {
                        case 0 -> BigInteger.ZERO;
                        case 1 -> liquidity;
                        default -> liquidity.shiftRight(1 + random.nextInt(3));
                    });
        }
    }

    /** Pays some slot half of what it is owed. */
    void collect() {
        List<SlotKey> keys = new ArrayList<>(pool.slots().view().keySet());
        if (!keys.isEmpty()) {
            SlotKey key = keys.get(random.nextInt(keys.size()));
            SlotState slot = pool.slots().get(key);
            pool.collect(
                    key, slot.tokensOwed0().shiftRight(1), slot.tokensOwed1().shiftRight(1));
        }
    }

    void flash() {
        if (pool.state().liquidity().signum() > 0) {
            pool.flash(amount(100), amount(100));
        }
    }

    void setFeeProtocol() {
        pool.setFeeProtocol(4 + random.nextInt(7), random.nextBoolean() ? 0 : 4);
    }

    /** A swap of any size, exact input or output, with a limit or without, towards a side that is still open. */
    SwapResult swap() {
        BigInteger price = pool.state().sqrtPriceX96();
        boolean zeroForOne = price.compareTo(TestPool.MIN_LIMIT) > 0
                && (random.nextBoolean() || price.compareTo(TestPool.MAX_LIMIT) >= 0);
        BigInteger size = amount(110);
        return pool.swap(zeroForOne, random.nextBoolean() ? size : size.negate(), limit(zeroForOne, price));
    }

    private BigInteger limit(boolean zeroForOne, BigInteger price) {
        BigInteger any = random.nextInt(3) == 0 ? sqrtPrice() : price;
        if (zeroForOne) {
            return any.compareTo(price) < 0 && any.compareTo(TestPool.MIN_LIMIT) >= 0 ? any : TestPool.MIN_LIMIT;
        }
        return any.compareTo(price) > 0 && any.compareTo(TestPool.MAX_LIMIT) <= 0 ? any : TestPool.MAX_LIMIT;
    }
}
