/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.aggregate.GroupGrowth;
import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.book.PoolGrowth.Channel;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.FeeGrowth;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.rebalancing.ConcentratedLosses;
import io.ballast.risk.rebalancing.Losses;
import io.ballast.risk.rebalancing.PositionLosses;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A group's fees and losses by its boundaries are those of its positions added up, to the last bit. */
class PoolGrowthPropertyTest {

    private static final BigInteger Q256 = BigInteger.ONE.shiftLeft(256);

    /** A position with its fees times 2^128, not rounded, and its losses. */
    private record Position(
            BigInteger liquidity, FeeGrowth feesAt, BigInteger fees0, BigInteger fees1, PositionLosses losses) {

        static final Position NONE =
                new Position(BigInteger.ZERO, FeeGrowth.ZERO, BigInteger.ZERO, BigInteger.ZERO, PositionLosses.NONE);

        Position settle(BigInteger change, FeeGrowth fees, Losses grown) {
            FeeGrowth since = fees.minus(feesAt);
            return new Position(
                    liquidity.add(change),
                    fees,
                    fees0.add(since.token0X128().multiply(liquidity)),
                    fees1.add(since.token1X128().multiply(liquidity)),
                    losses.settle(liquidity, grown));
        }

        List<BigInteger> constants() {
            return parts(
                    fees0.subtract(liquidity.multiply(feesAt.token0X128())),
                    fees1.subtract(liquidity.multiply(feesAt.token1X128())),
                    losses.constant(liquidity));
        }
    }

    /** Every second lower end belongs to the group. */
    private static final class Run {
        private final ConcentratedPool pool = new ConcentratedPool(3000, 60, new Journal());
        private final ConcentratedLosses losses = new ConcentratedLosses(pool, Windows.DEFAULT, new Journal());
        private final PoolGrowth growth = new PoolGrowth(pool, losses);
        private final LiquidityProfile profile = new LiquidityProfile();
        private final Map<SlotKey, Position> group = new TreeMap<>();
        private final GroupGrowth askedEachTime = growth.of(profile);
        private final GroupGrowth askedAtTheEnd = growth.of(profile);

        void apply(Arrival<String> arrival) {
            BookEvent event = arrival.event();
            if (event instanceof BookEvent.Initialize initialize) {
                pool.initialize(initialize.sqrtPriceX96(), initialize.tick());
            } else if (event instanceof BookEvent.SlotMint mint) {
                pool.mint(mint.slot(), mint.liquidity());
                change(mint.slot(), mint.liquidity());
            } else if (event instanceof BookEvent.SlotBurn burn
                    && burn.liquidity().signum() > 0) {
                change(burn.slot(), burn.liquidity().negate());
                pool.burn(burn.slot(), burn.liquidity());
            } else if (event instanceof BookEvent.Swap swap) {
                pool.replaySwap(swap.amount0(), swap.amount1(), swap.sqrtPriceX96(), swap.liquidity(), swap.tick());
            }
            losses.follow(arrival.marks());
        }

        private void change(SlotKey slot, BigInteger change) {
            if (slot.tickLower() / 60 % 2 != 0) {
                return;
            }
            Position position = group.getOrDefault(slot, Position.NONE);
            group.put(
                    slot,
                    position.settle(
                            change,
                            pool.feeGrowthInside(slot.tickLower(), slot.tickUpper()),
                            losses.inside(slot.tickLower(), slot.tickUpper())));
            profile.add(slot.tickLower(), slot.tickUpper(), change);
            askedEachTime.added(slot.tickLower(), slot.tickUpper(), change);
            askedAtTheEnd.added(slot.tickLower(), slot.tickUpper(), change);
        }

        List<BigInteger> byBoundaries(List<BigInteger> sums) {
            List<BigInteger> totals = new ArrayList<>(sums);
            group.values().forEach(position -> add(totals, position.constants()));
            totals.set(0, GroupGrowth.fees(totals.get(0)));
            totals.set(1, GroupGrowth.fees(totals.get(1)));
            return totals;
        }

        List<BigInteger> byPositions() {
            List<BigInteger> totals = parts(BigInteger.ZERO, BigInteger.ZERO, Losses.ZERO);
            group.forEach((slot, position) -> {
                FeeGrowth fees = position.liquidity().signum() == 0
                        ? position.feesAt()
                        : pool.feeGrowthInside(slot.tickLower(), slot.tickUpper());
                Losses grown = losses.inside(slot.tickLower(), slot.tickUpper());
                Position now = position.settle(BigInteger.ZERO, fees, grown);
                add(totals, parts(now.fees0(), now.fees1(), position.losses().total(position.liquidity(), grown)));
            });
            assertThat(totals.get(0)).isLessThan(Q256);
            assertThat(totals.get(1)).isLessThan(Q256);
            return totals;
        }
    }

    @Property(tries = 30)
    void shouldBeTheSumOverPositions(@ForAll long seed) {
        Run run = new Run();
        for (Arrival<String> arrival : RandomHistory.of(seed, 300)) {
            run.apply(arrival);
            assertThat(run.byBoundaries(run.askedEachTime.sums())).isEqualTo(run.byPositions());
        }
        assertThat(run.byBoundaries(run.askedAtTheEnd.sums())).isEqualTo(run.byPositions());
        assertThat(run.growth.channels()).isEqualTo(Channel.values().length);
    }

    @Property(tries = 10)
    void shouldBeNothingWhenAllIsUndone(@ForAll long seed) {
        Run run = new Run();
        RandomHistory.of(seed, 100).forEach(run::apply);
        run.group.forEach((slot, position) -> {
            run.profile.add(
                    slot.tickLower(), slot.tickUpper(), position.liquidity().negate());
            run.askedEachTime.added(
                    slot.tickLower(), slot.tickUpper(), position.liquidity().negate());
        });

        assertThat(run.askedEachTime.sums()).allMatch(sum -> sum.signum() == 0);
    }

    private static void add(List<BigInteger> totals, List<BigInteger> parts) {
        for (int i = 0; i < totals.size(); i++) {
            totals.set(i, totals.get(i).add(parts.get(i)));
        }
    }

    private static List<BigInteger> parts(BigInteger fees0, BigInteger fees1, Losses losses) {
        return new ArrayList<>(List.of(
                fees0,
                fees1,
                losses.lvr().token1X160(),
                losses.lvr().usdX256(),
                losses.lvr().unpricedX96(),
                losses.markout().token1X160(),
                losses.markout().usdX256(),
                losses.markout().unpricedX96()));
    }
}
