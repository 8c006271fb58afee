/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.pool.concentrated;

import static io.ballast.risk.pool.SolidityTypes.wrap;
import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.TokenAmounts;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ConcentratedPoolPropertyTest {

    private record Snapshot(
            Map<Integer, ConcentratedState> state, Map<Integer, TickState> ticks, Map<SlotKey, SlotState> slots) {

        static Snapshot of(ConcentratedPool pool) {
            return new Snapshot(
                    new TreeMap<>(pool.stateTable().view()),
                    new TreeMap<>(pool.ticks().view()),
                    new TreeMap<>(pool.slots().view()));
        }
    }

    private record Event(Snapshot before, List<Change<?, ?>> changes) {}

    @Property(tries = 200)
    void undoingEventsRestoresThePoolExactly(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        market.journal.cut();
        Deque<Event> events = new ArrayDeque<>();
        for (int i = 0; i < 40; i++) {
            Snapshot before = Snapshot.of(market.pool);
            happen(market);
            events.push(new Event(before, market.journal.cut()));
        }
        for (Event event : events) {
            Journal.undo(event.changes());
            assertThat(Snapshot.of(market.pool)).isEqualTo(event.before());
        }
    }

    @Property(tries = 200)
    void undoneAndDoneAgainIsTheSame(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        market.mint();
        market.journal.cut();
        SwapResult log = market.swap();
        Snapshot after = Snapshot.of(market.pool);
        market.journal.rollback();
        assertThat(market.pool.replaySwap(log)).isTrue();
        assertThat(Snapshot.of(market.pool)).isEqualTo(after);
    }

    @Property(tries = 500)
    void mintAndBurnLoseAtMostOneUnitOfEach(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        SlotKey range = market.range();
        BigInteger liquidity = market.liquidity();
        TokenAmounts paid = market.pool.mint(range, liquidity).orElseThrow();
        TokenAmounts principal = market.pool.principal(range.tickLower(), range.tickUpper(), liquidity);
        TokenAmounts returned = market.pool.burn(range, liquidity).orElseThrow();
        assertThat(returned).isEqualTo(principal);
        // What a slot is owed has 128 bits only; at the ends of the price axis amounts have more.
        assertThat(market.pool.owed(range))
                .isEqualTo(new TokenAmounts(wrap(returned.amount0(), 128), wrap(returned.amount1(), 128)));
        assertThat(paid.amount0().subtract(returned.amount0())).isBetween(BigInteger.ZERO, BigInteger.ONE);
        assertThat(paid.amount1().subtract(returned.amount1())).isBetween(BigInteger.ZERO, BigInteger.ONE);
        assertThat(market.pool.ticks().view()).isEmpty();
        assertThat(market.pool.state().liquidity()).isZero();
    }

    @Property(tries = 300)
    void feesInsideOfAdjoiningRangesAddUpToThoseOfBoth(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        SlotKey one = market.range();
        SlotKey other = market.range();
        int[] ends = IntStream.of(one.tickLower(), one.tickUpper(), other.tickLower(), other.tickUpper())
                .distinct()
                .sorted()
                .toArray();
        Assume.that(ends.length >= 3);
        market.pool.mint(TestPool.slot(ends[0], ends[1]), market.liquidity());
        market.pool.mint(TestPool.slot(ends[1], ends[2]), market.liquidity());
        for (int i = 0; i < 5; i++) {
            market.swap();
        }
        FeeGrowth whole = market.pool.feeGrowthInside(ends[0], ends[2]);
        FeeGrowth left = market.pool.feeGrowthInside(ends[0], ends[1]);
        FeeGrowth right = market.pool.feeGrowthInside(ends[1], ends[2]);
        assertThat(whole.minus(left)).isEqualTo(right);
    }

    /** What everybody can take never exceeds what went in. */
    @Property(tries = 300)
    void thePoolStaysSolvent(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        TokenAmounts held = TokenAmounts.ZERO;
        for (int i = 0; i < 5; i++) {
            held = held.plus(
                    market.pool.mint(market.range(), market.liquidity()).orElseThrow());
            SwapResult swap = market.swap();
            held = held.plus(new TokenAmounts(swap.amount0(), swap.amount1()));
        }
        TokenAmounts owed = TokenAmounts.ZERO;
        for (SlotKey key : List.copyOf(market.pool.slots().view().keySet())) {
            market.pool.burn(key, market.pool.slots().get(key).liquidity());
            owed = owed.plus(market.pool.owed(key));
        }
        assertThat(owed.amount0()).isLessThanOrEqualTo(held.amount0());
        assertThat(owed.amount1()).isLessThanOrEqualTo(held.amount1());
        assertThat(market.pool.state().liquidity()).isZero();
        assertThat(market.pool.ticks().view()).isEmpty();
    }

    @Property(tries = 300)
    void liquidityFromAmountsNeverTakesMoreThanTheAmounts(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        SlotKey range = market.range();
        BigInteger low = TickMath.sqrtPriceX96AtTick(range.tickLower());
        BigInteger high = TickMath.sqrtPriceX96AtTick(range.tickUpper());
        BigInteger price = market.pool.state().sqrtPriceX96();
        TokenAmounts given = new TokenAmounts(market.amount(112), market.amount(112));
        BigInteger liquidity = LiquidityAmounts.liquidityForAmounts(price, low, high, given);
        TokenAmounts taken = LiquidityAmounts.amountsForLiquidity(price, low, high, liquidity, true);
        assertThat(taken.amount0()).isLessThanOrEqualTo(given.amount0());
        assertThat(taken.amount1()).isLessThanOrEqualTo(given.amount1());
    }

    @Property(tries = 300)
    void aSwapThereAndBackNeverGains(@ForAll Random random) {
        RandomMarket market = new RandomMarket(random);
        market.mint();
        BigInteger before = market.pool.state().sqrtPriceX96();
        Assume.that(before.compareTo(TestPool.MIN_LIMIT) >= 0 && before.compareTo(TestPool.MAX_LIMIT) <= 0);
        SwapResult there = market.swap();
        Assume.that(!there.sqrtPriceX96().equals(before));
        boolean backIsDown = before.compareTo(there.sqrtPriceX96()) < 0;
        SwapResult back = market.pool.swap(backIsDown, BigInteger.TWO.pow(200), before);
        assertThat(there.amount0().add(back.amount0())).isNotNegative();
        assertThat(there.amount1().add(back.amount1())).isNotNegative();
    }

    private static void happen(RandomMarket market) {
        switch (market.random.nextInt(7)) {
            case 0, 1 -> market.mint();
            case 2 -> market.burn();
            case 3 -> market.collect();
            case 4 -> market.flash();
            case 5 -> market.setFeeProtocol();
            default -> market.swap();
        }
    }
}
