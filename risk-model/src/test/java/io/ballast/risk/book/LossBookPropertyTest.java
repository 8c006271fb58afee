/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rebalancing.Marks;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The losses in a book's figures, against those of each position worked out swap by swap in floating point. */
class LossBookPropertyTest {

    private static final double Q96 = 0x1p96;

    /** What one swap cost a position of one unit of liquidity times its liquidity then. */
    private record Cost(long timeMs, double lvr, Double lvrUsd, Double markout) {}

    private final Map<String, BigInteger> liquidity = new TreeMap<>();
    private final Map<String, SlotKey> slots = new TreeMap<>();
    private final Map<String, List<Cost>> costs = new TreeMap<>();
    private double sqrtPrice;

    @Property(tries = 40)
    void shouldBeTheSumOfEverySwap(@ForAll long seed) {
        slots.clear();
        liquidity.clear();
        costs.clear();
        PoolBook book = PoolBook.open(RandomHistory.TERMS, Windows.DEFAULT);
        long now = 0;
        for (Arrival<String> arrival : RandomHistory.of(seed, 400)) {
            book.apply(arrival.event(), arrival.marks());
            follow(arrival.event(), arrival.marks());
            now = arrival.marks().timeMs();
        }
        for (String key : book.positions().keySet()) {
            assertLosses(book.figures(key, now).measures().losses(), costs.get(key), now);
        }
    }

    private void follow(BookEvent event, Marks marks) {
        if (event instanceof BookEvent.Initialize initialize) {
            sqrtPrice = initialize.sqrtPriceX96().doubleValue() / Q96;
        } else if (event instanceof BookEvent.SlotMint mint) {
            String key = PositionIdentity.directKey(mint.slot());
            slots.put(key, mint.slot());
            liquidity.merge(key, mint.liquidity(), BigInteger::add);
            costs.computeIfAbsent(key, none -> new ArrayList<>());
        } else if (event instanceof BookEvent.SlotBurn burn) {
            liquidity.merge(
                    PositionIdentity.directKey(burn.slot()), burn.liquidity().negate(), BigInteger::add);
        } else if (event instanceof BookEvent.Swap swap) {
            double to = swap.sqrtPriceX96().doubleValue() / Q96;
            slots.forEach((key, slot) ->
                    costs.get(key).add(cost(slot, liquidity.get(key).doubleValue(), to, marks)));
            sqrtPrice = to;
        }
    }

    private Cost cost(SlotKey slot, double held, double to, Marks marks) {
        double lower = TickMath.sqrtPriceX96AtTick(slot.tickLower()).doubleValue() / Q96;
        double upper = TickMath.sqrtPriceX96AtTick(slot.tickUpper()).doubleValue() / Q96;
        double start = Math.min(Math.max(sqrtPrice, lower), upper);
        double end = Math.min(Math.max(to, lower), upper);
        double lvr = held * (end - start) * (to * to / (start * end) - 1) / 1e6;
        boolean still = start == end || held == 0;
        Double usd = marks.usdPerToken1X96() == null
                ? (still ? (Double) 0.0 : null)
                : (Double) (lvr * marks.usdPerToken1X96().doubleValue() / Q96);
        Double markout = marks.marketPriceX192() == null
                ? (still ? (Double) 0.0 : null)
                : (Double) (held
                        * (end - start)
                        * (marks.marketPriceX192().doubleValue() * 0x1p-192 / (start * end) - 1)
                        / 1e6);
        return new Cost(marks.timeMs(), lvr, usd, markout);
    }

    private static void assertLosses(LossFigures losses, List<Cost> costs, long nowMs) {
        assertSame(losses.lvr(), costs.stream().map(Cost::lvr).toList());
        assertSame(losses.lvrUsd(), costs.stream().map(Cost::lvrUsd).toList());
        assertSame(losses.markout(), costs.stream().map(Cost::markout).toList());
        assertThat(losses.windows()).hasSize(Windows.DEFAULT.all().size());
        for (int i = 0; i < losses.windows().size(); i++) {
            Window window = Windows.DEFAULT.all().get(i);
            WindowFigures figures = losses.windows().get(i);
            List<Cost> inside = costs.stream()
                    .filter(cost -> cost.timeMs() > window.startAt(nowMs))
                    .toList();
            assertThat(figures.lengthMs()).isEqualTo(window.lengthMs());
            assertThat(figures.complete()).isEqualTo(figures.sinceMs() == window.startAt(nowMs));
            assertSame(figures.lvr(), inside.stream().map(Cost::lvr).toList());
            assertSame(figures.lvrUsd(), inside.stream().map(Cost::lvrUsd).toList());
        }
    }

    private static void assertSame(Double figure, List<Double> parts) {
        if (parts.contains(null)) {
            assertThat(figure).isNull();
            return;
        }
        double sum = parts.stream().mapToDouble(part -> part).sum();
        double size = parts.stream().mapToDouble(Math::abs).sum();
        assertThat(figure).isCloseTo(sum, within(1e-7 * size + 1e-12));
    }
}
