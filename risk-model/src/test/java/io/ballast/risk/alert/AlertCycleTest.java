/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ballast.risk.alert.AlertCycle.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertCycleTest {

    private static final long MINUTE = 60_000;
    private static final Condition LOSS = new Condition(Comparison.BELOW, -0.05, -0.04);

    private final List<String> said = new ArrayList<>();
    private AlertCycle cycle = new AlertCycle(new AlertTerms(LOSS, 0, 0, List.of()));
    private AlertState state = AlertState.NONE;

    @Test
    void shouldFireOnceHoweverOftenTheFigureFlaps_andEndBehindTheResolveThreshold() {
        see(-0.049, 1);
        see(-0.051, 2);
        see(-0.049, 3);
        see(-0.052, 4);
        see(-0.041, 5);
        see(-0.039, 6);

        assertThat(said).containsExactly("FIRED@2", "RESOLVED@6");
        assertThat(state.firedMs()).isEqualTo(2);
        assertThat(state.endedMs()).isEqualTo(6);
    }

    @Test
    void shouldNotBegin_whenTheFigureIsJustAtTheThreshold() {
        see(-0.05, 1);

        assertThat(said).isEmpty();
    }

    @Test
    void shouldFireAtTheMomentAtWhichItHasHeldLongEnough_howeverLateTheNextNewsComes() {
        with(10 * MINUTE, 0);
        see(-0.06, 5);
        see(-0.06, 9 * MINUTE);
        pass(100 * MINUTE);

        assertThat(said).containsExactly("PENDING@5", "FIRED@" + (10 * MINUTE + 5));
        assertThat(state.sinceMs()).isEqualTo(5);
    }

    @Test
    void shouldLapse_whenItDidNotHoldLongEnough() {
        with(10 * MINUTE, 0);
        see(-0.06, 0);
        see(-0.03, 9 * MINUTE);
        pass(100 * MINUTE);

        assertThat(said).containsExactly("PENDING@0", "RESOLVED@" + 9 * MINUTE);
        assertThat(state.firedMs()).isEqualTo(AlertState.NEVER);
    }

    @Test
    void shouldRemindAtItsInterval_andOnceWhereSeveralWereMissed() {
        with(0, 10 * MINUTE);
        see(-0.06, 0);
        pass(10 * MINUTE);
        pass(19 * MINUTE);
        pass(55 * MINUTE);
        see(-0.03, 56 * MINUTE);
        pass(200 * MINUTE);

        assertThat(said)
                .containsExactly(
                        "FIRED@0", "REMINDED@" + 10 * MINUTE, "REMINDED@" + 50 * MINUTE, "RESOLVED@" + 56 * MINUTE);
    }

    @Test
    void shouldNotRemindWhoHasTakenItOn_untilItBeginsAgain() {
        with(0, 10 * MINUTE);
        see(-0.06, 0);
        state = state.acknowledged("ann", MINUTE);
        pass(50 * MINUTE);
        see(-0.03, 51 * MINUTE);
        see(-0.06, 52 * MINUTE);

        assertThat(said).containsExactly("FIRED@0", "RESOLVED@" + 51 * MINUTE, "FIRED@" + 52 * MINUTE);
        assertThat(state.acknowledgedBy()).isNull();
    }

    @Test
    void shouldWaitForTheEndOfASnooze() {
        with(0, 10 * MINUTE);
        see(-0.06, 0);
        state = state.snoozed(25 * MINUTE);
        pass(24 * MINUTE);
        pass(26 * MINUTE);

        assertThat(said).containsExactly("FIRED@0", "REMINDED@" + 25 * MINUTE);
    }

    @Test
    void shouldTellAtTheEndOfASilence_thatItFiredMeanwhile() {
        SilenceWindow night = new SilenceWindow.Once(0, 30 * MINUTE);
        cycle = new AlertCycle(new AlertTerms(LOSS, 0, 0, List.of(night)));
        see(-0.06, 10 * MINUTE);

        assertThat(cycle.isQuiet(state, 10 * MINUTE)).isTrue();
        pass(29 * MINUTE);
        pass(31 * MINUTE);
        pass(500 * MINUTE);

        assertThat(said).containsExactly("FIRED@" + 10 * MINUTE, "REMINDED@" + 30 * MINUTE);
    }

    @Test
    void shouldKeepASilenceThatSomebodySet_whenTheAlertBeginsAgain() {
        see(-0.06, 0);
        state = state.silenced(30 * MINUTE);
        see(-0.03, MINUTE);
        see(-0.06, 2 * MINUTE);

        assertThat(cycle.isQuiet(state, 2 * MINUTE)).isTrue();
        assertThat(cycle.dueAt(state)).isEqualTo(30 * MINUTE);
    }

    @Test
    void shouldNotEndBeforeItBegan_whenAReorganisationSetsTheClockBack() {
        see(-0.06, 50);
        see(-0.01, 40);

        assertThat(said).containsExactly("FIRED@50", "RESOLVED@50");
    }

    @Test
    void shouldRefuseAResolveThresholdOnTheWrongSide() {
        assertThatThrownBy(() -> new Condition(Comparison.BELOW, -0.05, -0.06)).hasMessageContaining("-0.06");
        assertThatThrownBy(() -> new Condition(Comparison.ABOVE, 20, 30)).hasMessageContaining("30");
    }

    private void with(long forMs, long remindMs) {
        cycle = new AlertCycle(new AlertTerms(LOSS, forMs, remindMs, List.of()));
    }

    private void see(double value, long timeMs) {
        pass(timeMs);
        take(cycle.observe(state, value, timeMs));
    }

    private void pass(long untilMs) {
        Optional<Step> step = cycle.due(state, untilMs);
        while (step.isPresent()) {
            take(step);
            step = cycle.due(state, untilMs);
        }
    }

    private void take(Optional<Step> step) {
        step.ifPresent(taken -> {
            state = taken.state();
            said.add(taken.change() + "@" + taken.atMs());
        });
    }
}
