/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.benchmarks.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.ballast.benchmarks.oracle.Oracle.Slack;
import io.ballast.benchmarks.workload.Market;
import io.ballast.benchmarks.workload.PlannedPosition;
import io.ballast.benchmarks.workload.PoolFeed;
import io.ballast.benchmarks.workload.PositionPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OracleTest {

    private static final int TICKS = 200;

    private final PositionPlan plan = new PositionPlan(20, 3);
    private final PlannedPosition position = plan.position(7);
    private final PoolFeed feed = PoolFeed.unwritten(plan, new Market(20, 1, 1000, 4));

    @BeforeEach
    void trade() {
        feed.ticks(TICKS);
    }

    @Test
    void shouldAcceptTheTruth() {
        assertThat(faults(claim(TICKS - 1, 1), Slack.NONE)).isEmpty();
    }

    @Test
    void shouldRefuseAFigureThatIsSlightlyWrong() {
        assertThat(faults(claim(TICKS - 1, 1 + 1e-6), Slack.PROMISED))
                .hasSize(1)
                .first()
                .asString()
                .contains(position.id(), "value", "as of tick 199");
    }

    @Test
    void shouldRefuseAnOldClaimThatTheTicksSinceHaveMadeWrong() {
        assertThat(faults(claim(-1, 1), Slack.NONE)).isNotEmpty();
    }

    @Test
    void shouldAcceptAnOldClaimWithinTolerance() {
        assertThat(faults(claim(TICKS / 2, 1), new Slack(1, 1, 1, 1))).isEmpty();
    }

    @Test
    void shouldRefuseAClaimAsOfAnotherTickThanItsPrice() {
        Claim wrong = claim(TICKS - 1, 1);
        Claim moved = new Claim(
                wrong.positionId(),
                TICKS - 2,
                wrong.sqrtPriceX96(),
                wrong.value(),
                wrong.hodlValue(),
                wrong.il(),
                wrong.delta0(),
                wrong.delta1(),
                null);

        assertThat(faults(moved, new Slack(1, 1, 1, 1))).anyMatch(fault -> fault.contains("sqrtPriceX96"));
    }

    @Test
    void shouldRefuseSilence() {
        assertThat(new Oracle(feed, Slack.NONE).faults(List.of(position), Map.of()))
                .containsExactly(position.id() + ": nothing was published");
    }

    @Test
    void shouldRefuseFeesThatAreWrong() {
        Claim claim = claim(TICKS - 1, 1);
        Claim withoutFees = new Claim(
                claim.positionId(),
                claim.tick(),
                claim.sqrtPriceX96(),
                claim.value(),
                claim.hodlValue(),
                claim.il(),
                claim.delta0(),
                claim.delta1(),
                feed.feesValue(position) + claim.value() * 1e-3);

        assertThat(faults(withoutFees, Slack.PROMISED)).anyMatch(fault -> fault.contains("fees_value"));
    }

    private List<String> faults(Claim claim, Slack slack) {
        return new Oracle(feed, slack).faults(List.of(position), Map.of(position.id(), claim));
    }

    private Claim claim(int tick, double error) {
        Truth.Figures figures = new Truth(position).at(feed.sqrtPriceX96After(tick));
        return new Claim(
                position.id(),
                tick,
                feed.sqrtPriceX96After(tick),
                figures.value() * error,
                figures.hodlValue(),
                figures.il(),
                figures.delta0(),
                figures.delta1(),
                null);
    }
}
