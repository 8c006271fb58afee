/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.journal.Change;
import io.ballast.risk.journal.Journal;
import io.ballast.risk.pool.concentrated.TickMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A pool with a few positions at which things happen at random: nothing for days, several things in one millisecond, prices
 * that tremble, jump and land on ticks, deposits and withdrawals of all sizes, liquidity that comes and leaves at once.
 */
final class RollingWorld {

    static final long BEGIN_MS = 1_700_000_123_456L;
    private static final int POSITIONS = 8;
    private static final int SPACING = 60;
    private static final long[] PAUSES_MS = {0, 0, 1, 20, 4_000, 13_000, 61_000, 400_000, 5_000_000, 40_000_000};

    /** One position. */
    record Position(int tickLower, int tickUpper, BigInteger liquidity, PositionFlows flows, LotBook lots) {

        LiquidityRange range() {
            return LiquidityRange.ofTicks(tickLower, tickUpper);
        }

        BigInteger liquidityX64() {
            return liquidity.shiftLeft(64);
        }
    }

    /** All there is at a time; immutable. */
    record State(long nowMs, BigInteger sqrtPriceX96, int ticks, Map<Integer, Position> positions) {}

    final Windows windows;
    final RollingGroup group;
    final LiquidityProfile whole = new LiquidityProfile();
    private final Random random;
    private final Journal journal = new Journal();
    private final PastValues<BigInteger> past;
    private final List<List<Change<?, ?>>> changes = new ArrayList<>();
    private final List<PricePoint> ticks = new ArrayList<>();
    private State state;

    RollingWorld(Windows windows, long seed) {
        this.windows = windows;
        this.group = new RollingGroup(windows);
        this.random = new Random(seed);
        BigInteger price = TickMath.sqrtPriceX96AtTick(random.nextInt(400_000) - 200_000);
        ticks.add(new PricePoint(BEGIN_MS, price));
        this.past = new PastValues<>("past", windows, journal);
        state = new State(BEGIN_MS, price, 1, openPositions(price));
        state.positions()
                .values()
                .forEach(position -> whole.add(position.tickLower(), position.tickUpper(), position.liquidity()));
    }

    State state() {
        return state;
    }

    /** One thing happens. */
    void step() {
        long now = state.nowMs() + PAUSES_MS[random.nextInt(PAUSES_MS.length)];
        int kind = random.nextInt(10);
        if (kind < 5) {
            BigInteger price = nextPrice();
            past.replaced(0, state.sqrtPriceX96(), ticks.get(ticks.size() - 1).timeMs(), now);
            changes.add(journal.cut());
            ticks.add(new PricePoint(now, price));
            state = new State(now, price, ticks.size(), state.positions());
            return;
        }
        state = new State(now, state.sqrtPriceX96(), state.ticks(), state.positions());
        int place = random.nextInt(POSITIONS);
        if (kind < 8) {
            replace(place, deposited(state.positions().get(place)));
        } else {
            replace(place, withdrawn(state.positions().get(place)));
        }
        if (random.nextInt(10) == 0) {
            replace(place, emptied(deposited(state.positions().get(place))));
        }
    }

    /** Takes back all that happened since an earlier state. */
    void undoTo(State earlier) {
        earlier.positions().forEach(this::replaceInGroup);
        ticks.subList(earlier.ticks(), ticks.size()).clear();
        while (changes.size() > earlier.ticks() - 1) {
            Journal.undo(changes.remove(changes.size() - 1));
        }
        state = earlier;
    }

    WindowStart start(Window window) {
        long start = window.startAt(state.nowMs());
        PricePoint first = ticks.get(0);
        return start < first.timeMs()
                ? new WindowStart(first.timeMs(), first.sqrtPriceX96(), false)
                : new WindowStart(start, past.at(0, start, state.sqrtPriceX96()), true);
    }

    /** Losses of the group now, by window. */
    List<RollingLoss> groupLosses() {
        return windows.all().stream()
                .map(window -> group.loss(window, start(window), whole, state.sqrtPriceX96()))
                .toList();
    }

    /** Loss of a position now. */
    RollingLoss loss(Position position, Window window) {
        return RollingIl.of(
                window,
                start(window),
                position.range(),
                position.liquidityX64(),
                position.flows(),
                state.sqrtPriceX96());
    }

    /** Loss of a position by definition. */
    BigDecimal expectedLoss(Position position, Window window) {
        return position.lots().loss(expectedStart(window), state.sqrtPriceX96());
    }

    /** Where a window starts, found by looking through all ticks. */
    WindowStart expectedStart(Window window) {
        long step = window.lengthMs() / 60;
        long time = (state.nowMs() - window.lengthMs()) / step * step;
        PricePoint first = ticks.get(0);
        if (time < first.timeMs()) {
            return new WindowStart(first.timeMs(), first.sqrtPriceX96(), false);
        }
        PricePoint last = first;
        for (PricePoint tick : ticks) {
            last = tick.timeMs() <= time ? tick : last;
        }
        return new WindowStart(time, last.sqrtPriceX96(), true);
    }

    private Map<Integer, Position> openPositions(BigInteger price) {
        Map<Integer, Position> positions = new TreeMap<>();
        int middle = TickMath.tickAtSqrtPriceX96(price) / SPACING;
        for (int i = 0; i < POSITIONS; i++) {
            int lower = SPACING * (middle - random.nextInt(i < 4 ? 3 : 200));
            int upper = SPACING * (middle + 1 + random.nextInt(i < 4 ? 3 : 200));
            BigInteger opening = random.nextBoolean() ? BigInteger.ZERO : anyLiquidity();
            LotBook lots = LotBook.holding(ExactRange.ofTicks(lower, upper), opening);
            positions.put(i, new Position(lower, upper, opening, PositionFlows.NONE, lots));
        }
        return positions;
    }

    private void replace(int place, Position changed) {
        replaceInGroup(place, changed);
        Map<Integer, Position> positions = new TreeMap<>(state.positions());
        positions.put(place, changed);
        state = new State(state.nowMs(), state.sqrtPriceX96(), state.ticks(), positions);
    }

    private void replaceInGroup(int place, Position changed) {
        Position now = state.positions().get(place);
        whole.add(now.tickLower(), now.tickUpper(), changed.liquidity().subtract(now.liquidity()));
        group.replace(now.tickLower(), now.tickUpper(), now.flows(), changed.flows());
    }

    private Position deposited(Position position) {
        BigInteger liquidity = anyLiquidity();
        return new Position(
                position.tickLower(),
                position.tickUpper(),
                position.liquidity().add(liquidity),
                position.flows()
                        .deposit(
                                windows,
                                here().timeMs(),
                                liquidity.shiftLeft(64),
                                position.range().tokens(liquidity.shiftLeft(64), here().sqrtPriceX96()),
                                Grown.NONE),
                position.lots().deposited(here(), liquidity));
    }

    private Position withdrawn(Position position) {
        return random.nextInt(3) == 0
                ? emptied(position)
                : without(position, position.liquidity().divide(BigInteger.valueOf(2 + random.nextInt(9))));
    }

    private Position emptied(Position position) {
        return without(position, position.liquidity());
    }

    private Position without(Position position, BigInteger part) {
        if (part.signum() == 0) {
            return position;
        }
        return new Position(
                position.tickLower(),
                position.tickUpper(),
                position.liquidity().subtract(part),
                position.flows()
                        .withdraw(
                                windows,
                                here(),
                                part.shiftLeft(64),
                                position.liquidityX64(),
                                position.range().tokens(part.shiftLeft(64), here().sqrtPriceX96()),
                                Grown.NONE),
                position.lots().withdrawn(here(), part, position.liquidity()));
    }

    private PricePoint here() {
        return new PricePoint(state.nowMs(), state.sqrtPriceX96());
    }

    /** From a single unit to 1e24. */
    private BigInteger anyLiquidity() {
        return new BigInteger(1 + random.nextInt(80), random).add(BigInteger.ONE);
    }

    private BigInteger nextPrice() {
        BigInteger price = state.sqrtPriceX96();
        Position position = state.positions().get(random.nextInt(POSITIONS));
        return switch (random.nextInt(6)) {
            case 0 -> moved(price, 1e-6);
            case 1 -> moved(price, 1e-3);
            case 2 -> moved(price, 0.05);
            case 3 -> TickMath.sqrtPriceX96AtTick(position.tickLower());
            case 4 -> TickMath.sqrtPriceX96AtTick(position.tickUpper());
            default -> TickMath.sqrtPriceX96AtTick((position.tickLower() + position.tickUpper()) / 2 + 7);
        };
    }

    private BigInteger moved(BigInteger price, double size) {
        long millionths = Math.round(random.nextGaussian() * size * 1e9);
        BigInteger billion = BigInteger.valueOf(1_000_000_000);
        return price.multiply(billion.add(BigInteger.valueOf(millionths))).divide(billion);
    }
}
