/* SPDX-License-Identifier: Apache-2.0 */
package io.ballast.streams.alert;

import io.ballast.risk.alert.AlertChange;
import io.ballast.risk.alert.AlertCycle.Step;
import io.ballast.risk.alert.AlertState;
import io.ballast.schema.Alert;
import io.ballast.schema.AlertCause;
import io.ballast.schema.AlertEvent;
import io.ballast.schema.AlertEventKind;
import io.ballast.streams.record.MalformedRecordException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The alerts of one task. Records about subjects come in; what comes out is a record for each change. A record about a subject
 * that no rule concerns costs a few look-ups, and one whose figures are fine nothing more.
 *
 * <p>Time is the event time of the records seen: the latest of all of them. What is due by then is done before a record is
 * looked at, at the time at which it was due. Mutable and single-threaded.
 */
final class Alerts {

    /** A place in the queue; void once the alert has another. */
    private record Due(long atMs, LiveAlert alert) {}

    private final AlertRules rules;
    private final AlertRows rows;
    private final Consumer<Alert> out;
    /** By rule within subject. */
    private final Map<String, Map<String, LiveAlert>> bySubject = new HashMap<>();

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::atMs).thenComparing(due -> due.alert().fingerprint));
    private final Set<LiveAlert> unwritten = new LinkedHashSet<>();
    private final List<LiveAlert> withoutRule = new ArrayList<>();
    private long clockMs = AlertState.NEVER;

    /** @param rows  what was remembered */
    Alerts(AlertRules rules, AlertRows rows, Consumer<Alert> out) {
        this.rules = rules;
        this.rows = rows;
        this.out = out;
        clockMs = rows.clockMs();
        rows.each(rules, this::restore, withoutRule::add);
    }

    private void restore(LiveAlert alert) {
        enter(alert);
        enqueue(alert);
    }

    /** Stores what has changed. */
    void write() {
        unwritten.forEach(alert -> {
            if (alert.isForgettable(clockMs)) {
                rows.forget(alert);
                leave(alert);
            } else {
                rows.put(alert);
            }
        });
        if (!unwritten.isEmpty()) {
            rows.putClock(clockMs);
        }
        unwritten.clear();
    }

    /**
     * Takes a record in.
     *
     * @param record  null: the subject is taken back
     * @param timestampMs  of the record; counts where there is nothing else
     */
    void observe(Scope scope, String id, SpecificRecord record, long timestampMs) {
        long timeMs = record == null ? timestampMs : Sight.timeMs(record);
        endThoseWithoutRule();
        advance(timeMs);
        if (record == null || Sight.isClosed(record)) {
            gone(scope, id, timeMs);
            return;
        }
        Subject subject = Subject.of(scope, id, record);
        List<AlertRule> about = rules.about(subject);
        for (AlertRule rule : about) {
            observe(rule, subject, record, timeMs);
        }
        endThoseOfOthers(id, scope, about, timeMs);
    }

    private void observe(AlertRule rule, Subject subject, SpecificRecord record, long timeMs) {
        Double read = rule.metric().reader().read(record, rule.parameter());
        if (read == null) {
            return;
        }
        LiveAlert alert = find(subject.id(), rule.id());
        if (alert == null) {
            if (!rule.isOfMemory() && !rule.terms().condition().begins(read)) {
                return;
            }
            alert = new LiveAlert(rule, subject, AlertState.NONE, Sight.nothing(timeMs));
            enter(alert);
        }
        double value = alert.figure(read, timeMs);
        alert.subject = subject;
        alert.sight = Sight.of(subject.scope(), record, value);
        AlertCause ended = Sight.isRetraction(record) ? AlertCause.RETRACTED : AlertCause.CLEARED;
        step(alert, alert.cycle.observe(alert.state, value, timeMs), ended);
        changed(alert);
    }

    /** A position that was transferred, or put in another portfolio, may be nobody's business any more. */
    private void endThoseOfOthers(String id, Scope scope, List<AlertRule> about, long timeMs) {
        Map<String, LiveAlert> ofSubject = bySubject.get(id);
        if (ofSubject == null
                || ofSubject.size() <= about.size()
                        && about.stream().allMatch(rule -> ofSubject.containsKey(rule.id()))) {
            return;
        }
        List.copyOf(ofSubject.values()).stream()
                .filter(alert -> alert.rule.scope() == scope && !about.contains(alert.rule))
                .forEach(alert -> end(alert, timeMs, AlertCause.GONE));
    }

    private void gone(Scope scope, String id, long timeMs) {
        endThoseOfOthers(id, scope, List.of(), timeMs);
    }

    private void end(LiveAlert alert, long timeMs, AlertCause cause) {
        step(alert, alert.cycle.end(alert.state, timeMs), cause);
        alert.sight = Sight.nothing(AlertState.NEVER);
        changed(alert);
    }

    /** Their rules were taken out since they were remembered. */
    private void endThoseWithoutRule() {
        for (LiveAlert alert : withoutRule) {
            alert.cycle
                    .end(alert.state, clockMs)
                    .ifPresent(step -> out.accept(AlertRecords.of(alert, step, AlertCause.RULE_GONE)));
            rows.forget(alert);
        }
        withoutRule.clear();
    }

    /** Does what is due by then. */
    private void advance(long timeMs) {
        clockMs = Math.max(clockMs, timeMs);
        while (!queue.isEmpty() && queue.peek().atMs() <= clockMs) {
            Due due = queue.poll();
            LiveAlert alert = due.alert();
            if (alert.queuedMs != due.atMs()) {
                continue;
            }
            alert.queuedMs = Long.MAX_VALUE;
            if (alert.dueAt() <= clockMs) {
                serve(alert, alert.dueAt());
            }
            enqueue(alert);
        }
    }

    private void serve(LiveAlert alert, long dueMs) {
        Optional<Step> step;
        if (alert.rule.isOfStaleness() && !alert.state.isActive()) {
            alert.sight = alert.sight.with(alert.ageSeconds(dueMs));
            step = alert.cycle.observe(alert.state, alert.sight.value(), dueMs);
        } else {
            step = alert.cycle.due(alert.state, clockMs);
        }
        step(alert, step, AlertCause.CLEARED);
        changed(alert);
    }

    private void step(LiveAlert alert, Optional<Step> step, AlertCause ended) {
        if (step.isEmpty()) {
            return;
        }
        AlertChange change = step.get().change();
        alert.state = step.get().state();
        AlertCause cause =
                switch (change) {
                    case PENDING -> AlertCause.BEGAN;
                    case FIRED -> alert.rule.terms().forMs() == 0 ? AlertCause.BEGAN : AlertCause.HELD;
                    case REMINDED -> AlertCause.REMINDER;
                    case RESOLVED -> ended;
                };
        out.accept(AlertRecords.of(alert, step.get(), cause));
    }

    /**
     * Somebody did something.
     *
     * @throws MalformedRecordException if it makes no sense
     */
    void act(String subjectId, AlertEvent event) {
        AlertEventChecks.require(subjectId, event);
        LiveAlert alert = addressed(event);
        long timeMs = event.getEventTime().toEpochMilli();
        AlertCause cause;
        if (event.getKind() == AlertEventKind.ACKNOWLEDGE) {
            alert.state = alert.state.acknowledged(event.getBy(), timeMs);
            cause = AlertCause.ACKNOWLEDGED;
        } else if (event.getKind() == AlertEventKind.SNOOZE) {
            alert.state = alert.state.snoozed(event.getUntil().toEpochMilli());
            cause = AlertCause.SNOOZED;
        } else {
            alert.state = alert.state.silenced(event.getUntil().toEpochMilli());
            cause = AlertCause.SILENCED;
        }
        out.accept(AlertRecords.of(alert, alert.state, timeMs, cause));
        changed(alert);
    }

    private LiveAlert addressed(AlertEvent event) {
        boolean onlyActive = event.getKind() != AlertEventKind.SILENCE;
        LiveAlert found = bySubject.getOrDefault(event.getSubjectId(), Map.of()).values().stream()
                .filter(alert -> alert.fingerprint.equals(event.getFingerprint())
                        || event.getFingerprint() == null && alert.rule.id().equals(event.getRuleId()))
                .filter(alert -> !onlyActive || alert.state.isActive())
                .findFirst()
                .orElse(null);
        if (found != null) {
            return found;
        }
        AlertRule rule = event.getRuleId() == null ? null : rules.rule(event.getRuleId());
        if (onlyActive || rule == null) {
            throw new MalformedRecordException("there is no such alert of " + event.getSubjectId() + ": fingerprint "
                    + event.getFingerprint() + ", rule " + event.getRuleId());
        }
        Subject subject = new Subject(rule.scope(), event.getSubjectId(), null, null, null);
        LiveAlert silenced = new LiveAlert(rule, subject, AlertState.NONE, Sight.nothing(AlertState.NEVER));
        enter(silenced);
        return silenced;
    }

    private LiveAlert find(String subjectId, String ruleId) {
        Map<String, LiveAlert> ofSubject = bySubject.get(subjectId);
        return ofSubject == null ? null : ofSubject.get(ruleId);
    }

    private void enter(LiveAlert alert) {
        bySubject
                .computeIfAbsent(alert.subject.id(), absent -> new LinkedHashMap<>())
                .put(alert.rule.id(), alert);
    }

    private void leave(LiveAlert alert) {
        Map<String, LiveAlert> ofSubject = bySubject.get(alert.subject.id());
        if (ofSubject != null) {
            ofSubject.remove(alert.rule.id());
            if (ofSubject.isEmpty()) {
                bySubject.remove(alert.subject.id());
            }
        }
        alert.queuedMs = Long.MAX_VALUE;
    }

    private void changed(LiveAlert alert) {
        unwritten.add(alert);
        enqueue(alert);
    }

    /** A place that comes early is only looked at and moved on: a subject that is seen all the time costs nothing here. */
    private void enqueue(LiveAlert alert) {
        long dueMs = alert.dueAt();
        if (dueMs < alert.queuedMs) {
            alert.queuedMs = dueMs;
            queue.add(new Due(dueMs, alert));
        }
    }
}
