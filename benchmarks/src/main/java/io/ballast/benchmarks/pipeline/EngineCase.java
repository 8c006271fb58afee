/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.pipeline;

import io.ballast.benchmarks.engine.FanOutEngine;
import io.ballast.benchmarks.engine.FanOutInput;
import io.ballast.benchmarks.engine.FanOutTally;
import io.ballast.benchmarks.oracle.Claim;
import io.ballast.benchmarks.oracle.Oracle;
import io.ballast.benchmarks.oracle.Oracle.Slack;
import io.ballast.benchmarks.topology.HeldPosition.Revalued;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An engine without Kafka over a book and some ticks. The first third of the ticks warms it up. */
final class EngineCase {

    private static final int SAMPLED = 50;
    private static final int MEASURED_PART = 3;

    private final FanOutEngine engine;
    private final PoolFeed feed;
    private final int ticks;

    /** @param ticks  at least 3 */
    EngineCase(FanOutEngine engine, PoolFeed feed, int ticks) {
        this.engine = engine;
        this.feed = feed;
        this.ticks = ticks;
    }

    Round round(int number) throws Exception {
        feed.ticks(ticks);
        FanOutInput input = FanOutInput.of(feed, ticks);
        List<PlannedPosition> sample =
                feed.plan().sample(SAMPLED).mapToObj(feed.plan()::position).toList();
        FanOutTally empty = new FanOutTally(
                feed.plan().size(), sample.stream().map(PlannedPosition::id).collect(Collectors.toSet()));
        FanOutTally tally = engine.run(input, empty);
        List<String> faults = new ArrayList<>(new Oracle(feed, Slack.NONE).faults(sample, claims(tally)));
        long expected = (long) feed.plan().size() * ticks;
        if (tally.seen() != expected) {
            faults.add(tally.seen() + " results instead of " + expected);
        }
        List<Long> nanos = tally.nanosPerTick();
        List<Long> measured = nanos.subList(nanos.size() / MEASURED_PART, nanos.size());
        double seconds = measured.stream().mapToLong(Long::longValue).sum() / 1e9;
        return new Round(
                engine.name() + ", " + feed.plan().size() + " positions, no Kafka",
                feed.plan().size(),
                number,
                measured.size(),
                measured.size() / seconds,
                feed.plan().size(),
                faults);
    }

    private Map<String, Claim> claims(FanOutTally tally) {
        int last = feed.tickCount() - 1;
        Map<String, Claim> claims = new HashMap<>();
        tally.last().forEach((id, figures) -> claims.put(id, claim(figures, last)));
        return claims;
    }

    private Claim claim(Revalued figures, int tick) {
        return new Claim(
                figures.id(),
                tick,
                feed.sqrtPriceX96After(tick),
                figures.value(),
                figures.hodlValue(),
                figures.il(),
                figures.delta0(),
                figures.delta1(),
                null);
    }
}
