/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.pool.concentrated.SqrtPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Positions and groups against every lot on its own, in exact fractions. Formula sheet 4.3. */
class RollingLossPropertyTest {

    /** Grids that do not nest. */
    private static final Windows ODD = new Windows(List.of(
            new Window("7m", Duration.ofMinutes(7).toMillis()),
            new Window("11h", Duration.ofHours(11).toMillis())));

    private static final int STEPS = 250;
    private static final int UNDO = 64;
    private static final double CLOSE = 1e-12;
    /** Raw token1: some steps of 2^-256 at the highest prices here. */
    private static final double POSITION_ROUNDING = 1e-60;
    /** Token0 that a group's amounts are rounded by: 2^-160 for each unit of up to 2^80, some hundreds of times. */
    private static final double GROUP_ROUNDING = 0x1p-70;

    @Property(tries = 30)
    void shouldEqualTheSumOverLots(@ForAll long seed) {
        Random random = new Random(seed);
        RollingWorld world = new RollingWorld(random.nextInt(4) == 0 ? ODD : Windows.DEFAULT, seed);
        boolean forgets = random.nextBoolean();
        for (int step = 0; step < STEPS; step++) {
            world.step();
            if (random.nextInt(10) == 0) {
                if (forgets) {
                    world.group.forgetBefore(world.state().nowMs());
                }
                assertEqualsLots(world);
            }
        }
    }

    private static void assertEqualsLots(RollingWorld world) {
        for (Window window : world.windows.all()) {
            assertThat(world.start(window)).isEqualTo(world.expectedStart(window));
            BigDecimal sum = BigDecimal.ZERO;
            for (RollingWorld.Position position : world.state().positions().values()) {
                BigDecimal expected = world.expectedLoss(position, window);
                assertClose(world.loss(position, window), expected, POSITION_ROUNDING, "a position");
                sum = sum.add(expected);
            }
            assertClose(
                    world.group.loss(
                            window,
                            world.start(window),
                            world.whole,
                            world.state().sqrtPriceX96()),
                    sum,
                    groupRounding(world),
                    "group");
        }
    }

    private static void assertClose(RollingLoss loss, BigDecimal expected, double rounding, Object what) {
        double exact = expected.doubleValue();
        assertThat(Math.abs(loss.token1Raw() - exact))
                .as("%s of %s: %s instead of %s", loss.window().name(), what, loss.token1Raw(), exact)
                .isLessThanOrEqualTo(CLOSE * Math.abs(exact) + rounding);
    }

    private static double groupRounding(RollingWorld world) {
        double sqrtPrice = SqrtPrice.toDouble(world.state().sqrtPriceX96());
        return GROUP_ROUNDING * sqrtPrice * sqrtPrice;
    }

    @Property(tries = 60)
    void shouldComeBackToTheSameIntegersAfterUndo(@ForAll long seed) {
        Random random = new Random(seed);
        RollingWorld world = new RollingWorld(Windows.DEFAULT, seed);
        List<RollingWorld.State> states = new ArrayList<>();
        List<List<RollingLoss>> losses = new ArrayList<>();
        int settled = 0;
        for (int step = 0; step < STEPS; step++) {
            states.add(world.state());
            losses.add(world.groupLosses());
            world.step();
            if (random.nextInt(8) == 0) {
                int back = Math.max(settled, states.size() - 1 - random.nextInt(UNDO));
                world.undoTo(states.get(back));
                states.subList(back, states.size()).clear();
                assertThat(world.groupLosses()).isEqualTo(losses.get(back));
                losses.subList(back, losses.size()).clear();
            }
            settled = Math.max(settled, states.size() - UNDO);
            if (settled < states.size()) {
                world.group.forgetBefore(states.get(settled).nowMs());
            }
        }
        assertThat(rebuilt(world)).isEqualTo(world.groupLosses());
    }

    /** As after a restart: from the positions' flows alone. */
    private static List<RollingLoss> rebuilt(RollingWorld world) {
        RollingGroup group = new RollingGroup(world.windows);
        RollingWorld.State state = world.state();
        group.forgetBefore(state.nowMs());
        state.positions()
                .values()
                .forEach(position -> group.add(position.tickLower(), position.tickUpper(), position.flows()));
        return world.windows.all().stream()
                .map(window -> group.loss(window, world.start(window), world.whole, state.sqrtPriceX96()))
                .toList();
    }

    @Property(tries = 30)
    void shouldBeEmptyOnceAllFlowsAreTakenBack(@ForAll long seed) {
        RollingWorld world = new RollingWorld(Windows.DEFAULT, seed);
        RollingWorld.State begin = world.state();
        for (int step = 0; step < STEPS; step++) {
            world.step();
        }
        world.undoTo(begin);
        for (Window window : world.windows.all()) {
            assertThat(world.group.cells(window)).isZero();
            assertThat(world.group
                            .loss(window, world.start(window), world.whole, begin.sqrtPriceX96())
                            .lossX256())
                    .isEqualTo(BigInteger.ZERO);
        }
    }
}
