/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.rebalancing.LossWorld.State;
import io.ballast.risk.rolling.Windows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** For every position, the sums of the pool are the sums of its own steps, to the last bit. */
class ConcentratedLossesPropertyTest {

    private static final int EVENTS = 1_000;

    @Property(tries = 12)
    void shouldEqualEveryPositionsOwnSteps(@ForAll long seed) {
        LossWorld world = new LossWorld(Windows.DEFAULT, seed);
        for (int i = 0; i < EVENTS; i++) {
            world.step();
            if (i % 7 == 0) {
                assertExact(world);
            }
        }
        assertExact(world);
    }

    @Property(tries = 12)
    void shouldTakeBackEveryStepAndTakeAnotherBranch(@ForAll long seed) {
        LossWorld world = new LossWorld(Windows.DEFAULT, seed);
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<State> states = new ArrayList<>();
            List<Map<String, Map<?, ?>>> rows = new ArrayList<>();
            world.surpriseBy(seed + round);
            for (int i = 0; i < 60; i++) {
                states.add(world.state());
                rows.add(world.rows());
                world.step();
            }
            Map<String, Map<?, ?>> end = world.rows();
            world.undoTo(states.get(0));
            assertThat(world.rows()).isEqualTo(rows.get(0));
            world.surpriseBy(seed + round);
            for (int i = 0; i < 60; i++) {
                world.step();
            }
            assertThat(world.rows()).isEqualTo(end);
            int back = random.nextInt(states.size());
            world.undoTo(states.get(back));
            assertThat(world.rows()).isEqualTo(rows.get(back));
            assertExact(world);
        }
    }

    @Property(tries = 3)
    void shouldKeepLittle(@ForAll long seed) {
        LossWorld world = new LossWorld(Windows.DEFAULT, seed);
        for (int i = 0; i < 6_000; i++) {
            world.step();
        }
        int windows = world.windows.all().size();
        assertThat(world.rows().get("loss-past")).hasSizeLessThanOrEqualTo(61 * windows + 1);
        int ticks = world.rows().get("loss-ticks").size();
        assertThat(world.rows().get("loss-ticks-past")).hasSizeLessThanOrEqualTo(ticks * (61 * windows + 1));
    }

    private static void assertExact(LossWorld world) {
        world.state().positions().values().forEach(position -> {
            assertThat(world.total(position)).isEqualTo(position.expectedTotal());
            world.losses.starts(world.state().nowMs()).forEach(started -> assertThat(
                            world.since(started.start(), position))
                    .as(started.toString())
                    .isEqualTo(position.expectedSince(started.start())));
        });
    }
}
