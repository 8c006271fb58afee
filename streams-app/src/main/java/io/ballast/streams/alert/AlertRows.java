/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertPhase;
import io.ballast.risk.alert.AlertState;
import io.ballast.risk.alert.AlertTerms;
import io.ballast.risk.alert.Comparison;
import io.ballast.risk.alert.Condition;
import io.ballast.risk.alert.WindowPeak;
import io.ballast.schema.AlertSeverity;
import io.ballast.streams.state.AlertRow;
import io.ballast.streams.state.AlertStore;
import io.ballast.streams.state.PeakRow;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Alerts as rows of the store, and back. */
final class AlertRows {

    /** No fingerprint looks like it. */
    private static final String CLOCK = "clock";

    private final AlertStore store;

    AlertRows(AlertStore store) {
        this.store = store;
    }

    /** The latest event time seen before; {@link AlertState#NEVER}: none. */
    long clockMs() {
        AlertRow row = store.get(CLOCK);
        return row == null ? AlertState.NEVER : row.getSeenMs();
    }

    void putClock(long clockMs) {
        store.put(CLOCK, row("", CLOCK, AlertState.NONE, Sight.nothing(clockMs)));
    }

    void put(LiveAlert alert) {
        AlertRow row = row(alert.rule.id(), alert.subject.id(), alert.state, alert.sight);
        row.setPoolId(alert.subject.poolId());
        row.setOwner(alert.subject.owner());
        row.setPortfolio(alert.subject.portfolio());
        row.setPeaks(alert.peaks().stream()
                .map(peak -> new PeakRow(peak.sinceMs(), peak.greatest()))
                .toList());
        store.put(alert.fingerprint, row);
    }

    void forget(LiveAlert alert) {
        store.delete(alert.fingerprint);
    }

    /** @param withoutRule  takes those whose rule is none any more */
    void each(AlertRules rules, Consumer<LiveAlert> action, Consumer<LiveAlert> withoutRule) {
        store.each((key, row) -> {
            if (key.equals(CLOCK)) {
                return;
            }
            AlertRule rule = rules.rule(row.getRuleId());
            if (rule == null) {
                withoutRule.accept(alert(forgotten(row.getRuleId()), row));
            } else {
                action.accept(alert(rule, row));
            }
        });
    }

    private static LiveAlert alert(AlertRule rule, AlertRow row) {
        Subject subject =
                new Subject(rule.scope(), row.getSubjectId(), row.getPoolId(), row.getOwner(), row.getPortfolio());
        AlertState state = new AlertState(
                AlertPhase.valueOf(row.getPhase()),
                row.getSinceMs(),
                row.getFiredMs(),
                row.getEndedMs(),
                row.getToldMs(),
                row.getAcknowledgedBy(),
                row.getAcknowledgedMs(),
                row.getSnoozedUntilMs(),
                row.getSilencedUntilMs());
        Sight sight = new Sight(
                row.getValue(),
                row.getFigures(),
                row.getSeenMs(),
                row.getBlockNumber(),
                row.getBlockHash(),
                row.getSimulated(),
                row.getFlags());
        List<WindowPeak.Part> peaks = row.getPeaks().stream()
                .map(peak -> new WindowPeak.Part(peak.getSinceMs(), peak.getGreatest()))
                .toList();
        return new LiveAlert(rule, subject, state, sight, peaks);
    }

    /** What can still be said of a rule that is none any more. */
    private static AlertRule forgotten(String id) {
        Condition never = new Condition(Comparison.AT_LEAST, 1, 1);
        return new AlertRule(
                id,
                Scope.POSITION,
                Selector.EVERYTHING,
                Metrics.named(Scope.POSITION, "retracted").orElseThrow(),
                null,
                null,
                new AlertTerms(never, 0, 0, List.of()),
                AlertSeverity.UNKNOWN,
                Map.of(),
                null,
                null);
    }

    private static AlertRow row(String ruleId, String subjectId, AlertState state, Sight sight) {
        AlertRow row = new AlertRow();
        row.setRuleId(ruleId);
        row.setSubjectId(subjectId);
        row.setPhase(state.phase().name());
        row.setSinceMs(state.sinceMs());
        row.setFiredMs(state.firedMs());
        row.setEndedMs(state.endedMs());
        row.setToldMs(state.toldMs());
        row.setAcknowledgedBy(state.acknowledgedBy());
        row.setAcknowledgedMs(state.acknowledgedMs());
        row.setSnoozedUntilMs(state.snoozedUntilMs());
        row.setSilencedUntilMs(state.silencedUntilMs());
        row.setValue(sight.value());
        row.setFigures(sight.figures());
        row.setSeenMs(sight.seenMs());
        row.setBlockNumber(sight.blockNumber());
        row.setBlockHash(sight.blockHash());
        row.setSimulated(sight.simulated());
        row.setFlags(sight.flags());
        row.setPeaks(List.of());
        return row;
    }
}
