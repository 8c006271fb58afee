/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.journal.JournaledMap;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.pool.concentrated.ConcentratedPool;
import io.ballast.risk.pool.concentrated.SlotKey;
import io.ballast.risk.pool.concentrated.TickMath;
import io.ballast.risk.rolling.Grown;
import io.ballast.risk.rolling.LiquidityRange;
import io.ballast.risk.rolling.PositionFlows;
import io.ballast.risk.rolling.PricePoint;
import io.ballast.risk.rolling.WindowStart;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A pool whose price trembles, jumps over many ticks and lands on some, with positions that come, grow, shrink, go and come
 * back; and beside it every position's loss of every single step, worked out from its own two ends.
 */
final class LossWorld {

    static final long BEGIN_MS = 1_700_000_123_456L;
    private static final int SPACING = 60;
    private static final int POSITIONS = 8;
    private static final long[] PAUSES_MS = {0, 0, 1, 20, 4_000, 13_000, 61_000, 400_000, 5_000_000, 40_000_000};

    /** What one step cost a position. */
    record Cost(long timeMs, Losses losses) {}

    /** One position. */
    record Position(
            int lower, int upper, BigInteger liquidity, PositionLosses losses, PositionFlows flows, List<Cost> costs) {

        BigInteger sqrtLower() {
            return TickMath.sqrtPriceX96AtTick(lower);
        }

        BigInteger sqrtUpper() {
            return TickMath.sqrtPriceX96AtTick(upper);
        }

        Losses expectedTotal() {
            return costs.stream().map(Cost::losses).reduce(Losses.ZERO, Losses::plus);
        }

        LossMeasure expectedSince(WindowStart start) {
            return costs.stream()
                    .filter(cost -> !start.complete() || cost.timeMs() > start.timeMs())
                    .map(cost -> cost.losses().lvr())
                    .reduce(LossMeasure.ZERO, LossMeasure::plus);
        }
    }

    /** All there is beside the tables; immutable. */
    record State(long nowMs, Map<Integer, Position> positions, int events) {}

    final Windows windows;
    final Journal journal = new Journal();
    final ConcentratedPool pool = new ConcentratedPool(3000, SPACING, journal);
    final ConcentratedLosses losses;
    private final List<List<Change<?, ?>>> events = new ArrayList<>();
    private Random random;
    private State state;

    LossWorld(Windows windows, long seed) {
        this.windows = windows;
        this.losses = new ConcentratedLosses(pool, windows, journal);
        this.random = new Random(seed);
        Map<Integer, Position> positions = new TreeMap<>();
        for (int i = 0; i < POSITIONS; i++) {
            int lower = SPACING * (random.nextInt(40) - 20);
            int width = SPACING * (1 + random.nextInt(i < 4 ? 3 : 40));
            positions.put(
                    i,
                    new Position(
                            lower, lower + width, BigInteger.ZERO, PositionLosses.NONE, PositionFlows.NONE, List.of()));
        }
        state = new State(BEGIN_MS, positions, 0);
        // Some come before the first price: they count as having been there at the beginning.
        mint(0, anyLiquidity());
        mint(5, anyLiquidity());
        move(TickMath.sqrtPriceX96AtTick(7), 7);
    }

    State state() {
        return state;
    }

    void surpriseBy(long seed) {
        random = new Random(seed);
    }

    /** One thing happens. */
    void step() {
        state = new State(
                state.nowMs() + PAUSES_MS[random.nextInt(PAUSES_MS.length)], state.positions(), state.events());
        int kind = random.nextInt(10);
        int place = random.nextInt(POSITIONS);
        if (kind < 6) {
            move();
        } else if (kind < 8) {
            mint(place, anyLiquidity());
        } else {
            BigInteger held = state.positions().get(place).liquidity();
            burn(place, random.nextInt(3) == 0 ? held : held.divide(BigInteger.valueOf(1 + random.nextInt(9))));
        }
    }

    void undoTo(State earlier) {
        while (events.size() > earlier.events()) {
            Journal.undo(events.remove(events.size() - 1));
        }
        state = earlier;
    }

    Map<String, Map<?, ?>> rows() {
        Map<String, Map<?, ?>> rows = new TreeMap<>();
        for (JournaledMap<?, ?> table : losses.tables()) {
            rows.put(table.name(), Map.copyOf(table.view()));
        }
        return rows;
    }

    Losses total(Position position) {
        return position.losses().total(position.liquidity(), losses.inside(position.lower(), position.upper()));
    }

    LossMeasure since(WindowStart start, Position position) {
        return RollingLvr.of(
                position.liquidity(),
                position.flows().netInside(start),
                losses.inside(position.lower(), position.upper()).lvr(),
                () -> losses.insideAt(start, position.lower(), position.upper()));
    }

    private void move() {
        BigInteger price = nextPrice();
        int tick = TickMath.tickAtSqrtPriceX96(price);
        boolean onTick = TickMath.sqrtPriceX96AtTick(tick).equals(price);
        boolean down = price.compareTo(pool.state().sqrtPriceX96()) <= 0;
        // A swap downwards that ends on a tick leaves the pool one below it.
        move(price, onTick && down && random.nextBoolean() ? tick - 1 : tick);
    }

    private void move(BigInteger price, int tick) {
        BigInteger from = pool.state().sqrtPriceX96();
        Marks marks = marks();
        pool.moveTo(price, tick);
        losses.follow(marks);
        if (from != null) {
            state.positions().forEach((place, position) -> charge(place, position, from, price, marks));
        }
        close();
    }

    private void charge(int place, Position position, BigInteger from, BigInteger to, Marks marks) {
        Losses unit = NaiveStep.losses(
                clamp(from, position), clamp(to, position), to, marks.usdPerToken1X96(), marks.marketPriceX192());
        List<Cost> costs = new ArrayList<>(position.costs());
        costs.add(new Cost(state.nowMs(), unit.times(position.liquidity())));
        put(
                place,
                new Position(
                        position.lower(),
                        position.upper(),
                        position.liquidity(),
                        position.losses(),
                        position.flows(),
                        costs));
    }

    private void mint(int place, BigInteger liquidity) {
        Position position = state.positions().get(place);
        pool.mint(slot(place, position), liquidity);
        PositionLosses settled = position.losses();
        PositionFlows flows = position.flows();
        if (losses.accrued() != null) {
            Losses grown = losses.inside(position.lower(), position.upper());
            settled = settled.settle(position.liquidity(), grown);
            flows = flows.deposit(
                    windows,
                    here().timeMs(),
                    liquidity.shiftLeft(64),
                    range(position).tokens(liquidity.shiftLeft(64), here().sqrtPriceX96()),
                    Grown.of(liquidity, grown.lvr()));
        }
        changed(place, position.liquidity().add(liquidity), settled, flows);
    }

    private void burn(int place, BigInteger part) {
        Position position = state.positions().get(place);
        if (part.signum() == 0) {
            return;
        }
        pool.burn(slot(place, position), part);
        Losses grown = losses.inside(position.lower(), position.upper());
        PositionLosses settled =
                position.losses().settle(position.liquidity(), grown).withdraw(part, position.liquidity());
        PositionFlows flows = position.flows()
                .withdraw(
                        windows,
                        here(),
                        part.shiftLeft(64),
                        position.liquidity().shiftLeft(64),
                        range(position).tokens(part.shiftLeft(64), here().sqrtPriceX96()),
                        Grown.of(part, grown.lvr()));
        losses.cleared(position.lower(), position.upper(), Marks.at(state.nowMs()));
        changed(place, position.liquidity().subtract(part), settled, flows);
    }

    private void changed(int place, BigInteger liquidity, PositionLosses settled, PositionFlows flows) {
        Position position = state.positions().get(place);
        put(place, new Position(position.lower(), position.upper(), liquidity, settled, flows, position.costs()));
        close();
    }

    private void put(int place, Position position) {
        Map<Integer, Position> positions = new TreeMap<>(state.positions());
        positions.put(place, position);
        state = new State(state.nowMs(), positions, state.events());
    }

    private void close() {
        events.add(journal.cut());
        state = new State(state.nowMs(), state.positions(), events.size());
    }

    private Marks marks() {
        Marks marks = Marks.at(state.nowMs());
        if (random.nextInt(300) > 0) {
            marks = marks.withUsdPerToken1(Math.exp(3 * random.nextGaussian()));
        }
        double human = Math.pow(1.0001, TickMath.tickAtSqrtPriceX96(nextPrice())) * Math.pow(10, 12);
        return random.nextInt(300) > 0 ? marks.withMarketPrice(human, 18, 6) : marks;
    }

    private BigInteger nextPrice() {
        BigInteger price = pool.state().sqrtPriceX96() == null
                ? TickMath.sqrtPriceX96AtTick(7)
                : pool.state().sqrtPriceX96();
        Position position = state.positions().get(random.nextInt(POSITIONS));
        return switch (random.nextInt(7)) {
            case 0 -> moved(price, 1e-9);
            case 1 -> moved(price, 1e-3);
            case 2 -> moved(price, 0.02);
            case 3 -> moved(TickMath.sqrtPriceX96AtTick(0), 0.3);
            case 4 -> TickMath.sqrtPriceX96AtTick(position.lower());
            case 5 -> TickMath.sqrtPriceX96AtTick(position.upper());
            default -> price;
        };
    }

    private BigInteger moved(BigInteger price, double size) {
        long billionths = Math.round(random.nextGaussian() * size * 1e9);
        BigInteger billion = BigInteger.valueOf(1_000_000_000);
        return price.multiply(billion.add(BigInteger.valueOf(Math.max(-800_000_000, billionths))))
                .divide(billion);
    }

    private BigInteger anyLiquidity() {
        return new BigInteger(1 + random.nextInt(80), random).add(BigInteger.ONE);
    }

    private PricePoint here() {
        return new PricePoint(state.nowMs(), pool.state().sqrtPriceX96());
    }

    private static SlotKey slot(int place, Position position) {
        return new SlotKey("0x" + place, position.lower(), position.upper());
    }

    private static LiquidityRange range(Position position) {
        return LiquidityRange.ofTicks(position.lower(), position.upper());
    }

    private static BigInteger clamp(BigInteger price, Position position) {
        return price.max(position.sqrtLower()).min(position.sqrtUpper());
    }
}
