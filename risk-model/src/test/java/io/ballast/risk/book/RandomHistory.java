/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.SwapResult;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rebalancing.Marks;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The log of a concentrated pool that a random market made, swap by swap as the contract would. */
final class RandomHistory {

    static final ConcentratedTerms TERMS = new ConcentratedTerms("0xpool", 3000, 60, 18, 6);

    static final long BEGIN_MS = 1_700_000_000_000L;

    private final Random random;
    private final ConcentratedPool market = new ConcentratedPool(3000, 60, new Journal());
    private final Map<SlotKey, BigInteger> held = new TreeMap<>();
    private final List<Arrival<String>> log = new ArrayList<>();
    private long block = 100;
    private int logIndex;

    private RandomHistory(long seed) {
        random = new Random(seed);
    }

    static List<Arrival<String>> of(long seed, int events) {
        RandomHistory history = new RandomHistory(seed);
        BigInteger price = TickMath.sqrtPriceX96AtTick(120);
        history.market.initialize(price, 120);
        history.add(new BookEvent.Initialize(price, 120));
        history.mint(new SlotKey("0xbase", -6000, 6000), BigInteger.TEN.pow(21));
        while (history.log.size() < events) {
            history.next();
        }
        return List.copyOf(history.log);
    }

    private void next() {
        int dice = random.nextInt(10);
        if (dice < 5) {
            swap();
        } else if (dice < 8) {
            mint(randomSlot(), BigInteger.TEN.pow(18 + random.nextInt(4)).add(BigInteger.valueOf(random.nextInt(999))));
        } else {
            burn();
        }
    }

    private void swap() {
        boolean zeroForOne = random.nextBoolean();
        BigInteger limit = TickMath.sqrtPriceX96AtTick(zeroForOne ? -5000 : 5000);
        int order = market.state().sqrtPriceX96().compareTo(limit);
        if (zeroForOne ? order <= 0 : order >= 0) {
            return;
        }
        BigInteger amount =
                BigInteger.TEN.pow(15 + random.nextInt(6)).multiply(BigInteger.valueOf(1 + random.nextInt(9)));
        SwapResult swap = market.swap(zeroForOne, random.nextBoolean() ? amount : amount.negate(), limit);
        add(new BookEvent.Swap(swap.amount0(), swap.amount1(), swap.sqrtPriceX96(), swap.liquidity(), swap.tick()));
    }

    private SlotKey randomSlot() {
        int lower = 60 * (random.nextInt(60) - 30);
        return new SlotKey("0x" + (char) ('a' + random.nextInt(3)), lower, lower + 60 * (1 + random.nextInt(20)));
    }

    private void mint(SlotKey slot, BigInteger liquidity) {
        TokenAmounts paid = market.mint(slot, liquidity).orElseThrow();
        held.merge(slot, liquidity, BigInteger::add);
        add(new BookEvent.SlotMint(slot, false, liquidity, paid.amount0(), paid.amount1()));
    }

    private void burn() {
        List<SlotKey> slots = List.copyOf(held.keySet());
        SlotKey slot = slots.get(random.nextInt(slots.size()));
        BigInteger part = slot.owner().equals("0xbase")
                ? BigInteger.ZERO
                : held.get(slot).divide(BigInteger.valueOf(1 + random.nextInt(3)));
        TokenAmounts credited = market.burn(slot, part).orElseThrow();
        add(new BookEvent.SlotBurn(slot, false, part, credited.amount0(), credited.amount1()));
        TokenAmounts owed = market.owed(slot);
        market.collect(slot, owed.amount0(), owed.amount1());
        add(new BookEvent.SlotCollect(slot, false, owed.amount0(), owed.amount1()));
        held.merge(slot, part.negate(), BigInteger::add);
        if (held.get(slot).signum() == 0) {
            held.remove(slot);
        }
    }

    private void add(BookEvent event) {
        if (random.nextInt(4) == 0) {
            block += 1 + random.nextInt(2);
            logIndex = 0;
        }
        LogPosition at = new LogPosition(block, "0xhash" + block, logIndex++);
        log.add(new Arrival<>(at, event, false, at.toString(), marks()));
    }

    /** Twelve seconds a block; now and then a price is not known. */
    private Marks marks() {
        Marks marks = Marks.at(BEGIN_MS + 12_000 * block);
        if (random.nextInt(40) > 0) {
            marks = marks.withUsdPerToken1(1 + random.nextDouble());
        }
        return random.nextInt(40) > 0
                ? marks.withMarketPrice(1e12 * Math.exp(random.nextGaussian() / 100), 18, 6)
                : marks;
    }
}
