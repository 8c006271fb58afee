/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertCycle.Step;
import io.ballast.risk.alert.AlertPhase;
import io.ballast.risk.alert.AlertState;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.QualityFlag;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes alerts as records of the contract. */
final class AlertRecords {

    private static final Set<String> OF_POOLS =
            Arrays.stream(QualityFlag.values()).map(QualityFlag::name).collect(Collectors.toUnmodifiableSet());

    private AlertRecords() {}

    static Alert of(LiveAlert alert, Step step, AlertCause cause) {
        return of(alert, step.state(), step.atMs(), cause);
    }

    static Alert of(LiveAlert alert, AlertState state, long atMs, AlertCause cause) {
        Alert record = new Alert();
        record.setFingerprint(alert.fingerprint);
        setRule(record, alert.rule);
        setSubject(record, alert.subject);
        setSight(record, alert.sight, cause);
        record.setState(phase(state));
        record.setCause(cause);
        record.setQuiet(alert.cycle.isQuiet(state, atMs));
        record.setEventTime(Instant.ofEpochMilli(atMs));
        record.setSince(instant(state.sinceMs()));
        record.setFired(instant(state.firedMs()));
        record.setResolved(instant(state.endedMs()));
        record.setAcknowledgedBy(state.acknowledgedBy());
        record.setAcknowledged(instant(state.acknowledgedMs()));
        record.setSnoozedUntil(instant(state.snoozedUntilMs()));
        record.setSilencedUntil(instant(state.silencedUntilMs()));
        return record;
    }

    private static void setRule(Alert record, AlertRule rule) {
        record.setRuleId(rule.id());
        record.setSeverity(rule.severity());
        record.setMetric(rule.metric().name());
        record.setParameter(rule.parameterName());
        record.setUnit(rule.metric().unit().symbol());
        record.setComparison(rule.terms().condition().comparison().name().toLowerCase(Locale.ROOT));
        record.setThreshold(rule.terms().condition().threshold());
        record.setResolveThreshold(rule.terms().condition().resolve());
        record.setLabels(rule.labels());
        record.setSummary(rule.summary());
        record.setRunbook(rule.runbook());
    }

    private static void setSubject(Alert record, Subject subject) {
        record.setSubjectKind(subject.scope().kind());
        record.setSubjectId(subject.id());
        record.setPoolId(subject.poolId());
        record.setOwner(subject.owner());
        record.setPortfolio(subject.portfolio());
    }

    private static void setSight(Alert record, Sight sight, AlertCause cause) {
        record.setValue(cause == AlertCause.GONE ? null : finite(sight.value()));
        record.setFigures(sight.figures());
        record.setBlockNumber(sight.blockNumber());
        record.setBlockHash(sight.blockHash());
        record.setSimulated(sight.simulated());
        record.setFlags(sight.flags().stream()
                .filter(OF_POOLS::contains)
                .map(QualityFlag::valueOf)
                .toList());
        record.setOtherFlags(
                sight.flags().stream().filter(flag -> !OF_POOLS.contains(flag)).toList());
    }

    private static Double finite(Double value) {
        return value != null && Double.isInfinite(value) ? null : value;
    }

    private static io.ballast.schema.AlertPhase phase(AlertState state) {
        if (state.phase() == AlertPhase.INACTIVE) {
            return state.endedMs() == AlertState.NEVER
                    ? io.ballast.schema.AlertPhase.UNKNOWN
                    : io.ballast.schema.AlertPhase.RESOLVED;
        }
        return io.ballast.schema.AlertPhase.valueOf(state.phase().name());
    }

    private static Instant instant(long timeMs) {
        return timeMs == AlertState.NEVER ? null : Instant.ofEpochMilli(timeMs);
    }
}
