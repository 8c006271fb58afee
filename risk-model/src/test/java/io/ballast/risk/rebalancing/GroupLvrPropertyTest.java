/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.risk.aggregate.LiquidityProfile;
import io.ballast.risk.loss.LossMeasure;
import io.ballast.risk.rolling.RollingGroup;
import io.ballast.risk.rolling.Window;
import io.ballast.risk.rolling.Windows;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A group's loss over windows is that of its positions added up, to the last bit, whatever was undone or moved meanwhile. */
class GroupLvrPropertyTest {

    /** Grids that do not nest. */
    private static final Windows ODD = new Windows(List.of(new Window("7m", 420_000), new Window("11h", 39_600_000)));

    private static final int STEPS = 400;
    private static final int UNDO = 40;

    /** What a group knows of its positions, and what it says. */
    private static final class Group {
        private final LiquidityProfile profile = new LiquidityProfile();
        private final RollingGroup flows;
        private final GroupLvr lvr;
        private Map<Integer, LossWorld.Position> members = Map.of();

        Group(LossWorld world, StartGrowths growths) {
            flows = new RollingGroup(world.windows);
            lvr = new GroupLvr(flows, profile, growths);
        }

        void become(Map<Integer, LossWorld.Position> now) {
            members.forEach((place, before) -> {
                if (!now.containsKey(place)) {
                    flows.remove(before.lower(), before.upper(), before.flows());
                    change(before, before.liquidity().negate());
                }
            });
            now.forEach((place, position) -> {
                LossWorld.Position before = members.get(place);
                if (before == null) {
                    flows.add(position.lower(), position.upper(), position.flows());
                    change(position, position.liquidity());
                } else if (before != position) {
                    flows.replace(position.lower(), position.upper(), before.flows(), position.flows());
                    change(position, position.liquidity().subtract(before.liquidity()));
                }
            });
            members = now;
        }

        private void change(LossWorld.Position position, BigInteger liquidity) {
            profile.add(position.lower(), position.upper(), liquidity);
            flows.liquidityChanged(position.lower(), position.upper(), liquidity);
        }

        void assertSum(LossWorld world) {
            LossMeasure grown = sum(position -> world.losses
                    .inside(position.lower(), position.upper())
                    .lvr()
                    .times(position.liquidity()));
            for (StartedWindow started : world.losses.starts(world.state().nowMs())) {
                assertThat(lvr.over(started, grown))
                        .as(started.toString())
                        .isEqualTo(sum(position -> world.since(started.start(), position)));
            }
        }

        private LossMeasure sum(java.util.function.Function<LossWorld.Position, LossMeasure> of) {
            return members.values().stream().map(of).reduce(LossMeasure.ZERO, LossMeasure::plus);
        }
    }

    @Property(tries = 60)
    void shouldBeTheSumOverPositions(@ForAll long seed) {
        Random random = new Random(seed);
        LossWorld world = new LossWorld(random.nextInt(4) == 0 ? ODD : Windows.DEFAULT, seed);
        StartGrowths growths = growths(world);
        List<Group> groups = List.of(new Group(world, growths), new Group(world, growths));
        int[] owners = new int[world.state().positions().size()];
        List<LossWorld.State> states = new ArrayList<>();
        int settled = 0;
        for (int step = 0; step < STEPS; step++) {
            states.add(world.state());
            world.step();
            if (random.nextInt(12) == 0) {
                int back = Math.max(settled, states.size() - 1 - random.nextInt(UNDO));
                world.undoTo(states.get(back));
                states.subList(back, states.size()).clear();
            }
            if (random.nextInt(10) == 0) {
                owners[random.nextInt(owners.length)] = random.nextInt(3);
            }
            settled = Math.max(settled, states.size() - UNDO);
            boolean forgets = settled < states.size() && random.nextInt(5) == 0;
            for (int number = 0; number < groups.size(); number++) {
                Group group = groups.get(number);
                group.become(members(world, owners, number));
                if (forgets) {
                    group.flows.forgetBefore(states.get(settled).nowMs());
                }
                if (random.nextInt(3) == 0) {
                    group.assertSum(world);
                }
            }
        }
        Group rebuilt = new Group(world, growths);
        rebuilt.become(members(world, owners, 0));
        rebuilt.assertSum(world);
    }

    private static StartGrowths growths(LossWorld world) {
        StartGrowths growths = new StartGrowths(world.losses);
        world.losses.observeOutside((tick, before, now) -> growths.outsideChanged(tick, lvr(before), lvr(now)));
        return growths;
    }

    private static LossMeasure lvr(OutsideLosses row) {
        return row == null ? LossMeasure.ZERO : row.outside().lvr();
    }

    private static Map<Integer, LossWorld.Position> members(LossWorld world, int[] owners, int number) {
        Map<Integer, LossWorld.Position> members = new TreeMap<>();
        world.state().positions().forEach((place, position) -> {
            if (owners[place] == number) {
                members.put(place, position);
            }
        });
        return members;
    }
}
